import type { Kept } from "@/lib/auth/kept-form";
import type { StaffScope } from "@/lib/auth/scope";
import type { DocumentView } from "@/lib/documents/views";

/** What the part of an office's document page that belongs to its kind is given. */
export type RoomProps = {
  scope: StaffScope;
  document: DocumentView;
  mayWrite: boolean;
  /** A form of this page that was refused, with what was typed. */
  kept: Kept | undefined;
  /** What its address names of a room that has revisions. */
  revision: string | string[] | undefined;
};
