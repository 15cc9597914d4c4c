import type { StaffScope } from "@/lib/auth/scope";
import type { DocumentView } from "@/lib/documents/view";

/** What the part of an office's document page that belongs to its kind is given. */
export type RoomProps = { scope: StaffScope; document: DocumentView; mayWrite: boolean };
