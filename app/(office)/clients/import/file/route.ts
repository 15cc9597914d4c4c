import { hrefs } from "@/components/office/hrefs";
import { form } from "@/lib/auth/form";
import { manager } from "@/lib/auth/gates";
import { keepImport } from "@/lib/people/client-import";
import { clientFileForm } from "@/lib/people/sent";

export const POST = form({ ...manager, home: () => hrefs.importClients }, clientFileForm, keepImport);
