import { readCalendar } from "@/lib/appointments/calendar";
import { readerOf } from "@/lib/auth/client-gates";
import { download } from "@/lib/auth/upload";

/** The appointment as it is now, for a calendar. */
export const GET = download(readerOf.appointment, readCalendar);
