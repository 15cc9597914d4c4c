import type { RoomProps } from "@/app/(office)/clients/[id]/documents/[documentId]/rooms/room-props";
import { save } from "@/app/(office)/clients/reports/actions";
import { PageSection } from "@/components/office/page-section";
import { ReportForm } from "@/components/office/report-form";
import { ReportPhotoForm } from "@/components/office/report-photo-form";
import { ReportRecord } from "@/components/office/report-record";
import { readReport, readReportDraft } from "@/lib/reports/report";

/** The visit that a report tells of: edited while it is a draft, and from then on a record. */
export async function ReportRoom({ scope, document, mayWrite, kept }: RoomProps) {
  const { id, clientId, standing } = document;
  const isOpen = mayWrite && standing === "draft";
  return (
    <PageSection id="visit" heading="The visit">
      {isOpen ? (
        <>
          <ReportForm draft={await readReportDraft(scope, document)} action={save} />
          <ReportPhotoForm
            documentId={id}
            clientId={clientId}
            problem={kept?.problem}
            caption={kept?.sent.caption ?? ""}
          />
        </>
      ) : (
        <ReportRecord report={await readReport(scope, id)} />
      )}
    </PageSection>
  );
}
