import type { RoomProps } from "@/app/(office)/clients/[id]/documents/[documentId]/rooms/room-props";
import { approve, giveBack, save } from "@/app/(office)/clients/selections/actions";
import { PageSection } from "@/components/office/page-section";
import { SelectionEditor } from "@/components/office/selection-editor";
import { SelectionRecord } from "@/components/office/selection-record";
import { readOfficeSheet } from "@/lib/selections/for-office";

/** What a sheet asks to choose: written while it is a draft, and from then on what was chosen of it. */
export async function SelectionsRoom({ scope, document, mayWrite, kept }: RoomProps) {
  const { id, clientId, version, standing, closedAs } = document;
  const sheet = await readOfficeSheet(scope, id, new Date());
  if (mayWrite && standing === "draft") {
    return (
      <PageSection id="choices" heading="What there is to choose">
        <SelectionEditor
          {...{ sheet, version, clientId }}
          documentId={id}
          action={save}
          problem={kept?.problem}
        />
      </PageSection>
    );
  }
  return (
    <PageSection id="choices" heading="Choices">
      <SelectionRecord
        documentId={id}
        sheet={sheet}
        actions={mayWrite && closedAs === null ? { approve, giveBack } : null}
      />
    </PageSection>
  );
}
