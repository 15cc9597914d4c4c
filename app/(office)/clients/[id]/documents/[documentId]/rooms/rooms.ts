import type { ReactNode } from "react";
import { AppointmentRoom } from "@/app/(office)/clients/[id]/documents/[documentId]/rooms/appointment-room";
import { ContractRoom } from "@/app/(office)/clients/[id]/documents/[documentId]/rooms/contract-room";
import { InvoiceRoom } from "@/app/(office)/clients/[id]/documents/[documentId]/rooms/invoice-room";
import { ReportRoom } from "@/app/(office)/clients/[id]/documents/[documentId]/rooms/report-room";
import type { RoomProps } from "@/app/(office)/clients/[id]/documents/[documentId]/rooms/room-props";
import { ScopeRoom } from "@/app/(office)/clients/[id]/documents/[documentId]/rooms/scope-room";
import { SelectionsRoom } from "@/app/(office)/clients/[id]/documents/[documentId]/rooms/selections-room";
import type { RoomDoes } from "@/components/office/document-detail";
import type { DocumentView } from "@/lib/documents/views";
import type { DocumentKind } from "@/lib/links/policy";

/** What the office sees and does with each kind beyond its title and text. */
export const rooms: Partial<Record<DocumentKind, (room: RoomProps) => Promise<ReactNode>>> = {
  contract: ContractRoom,
  scope: ScopeRoom,
  selections: SelectionsRoom,
  appointment: AppointmentRoom,
  invoice: InvoiceRoom,
  "service-report": ReportRoom,
};

/** What a room does for itself, so that the page around it leaves it out. */
export const roomsDo: Partial<Record<DocumentKind, (document: DocumentView) => RoomDoes>> = {
  contract: ({ standing }) => ({ words: true, sending: true, closing: standing !== "draft" }),
  appointment: () => ({ words: true }),
  invoice: ({ standing }) => ({ day: standing === "draft", closing: standing !== "draft" }),
  "service-report": () => ({ day: true }),
};
