import type { DocumentView } from "@/lib/documents/views";
import { DocumentDay } from "./document-day";
import type { FormAction } from "./form-state";
import { SavedSelect } from "./saved-select";

type Props = {
  document: DocumentView;
  /** Those who may look after it. */
  keepers: { id: string; name: string }[];
  /** Whether its day is kept here, and not in its room. */
  hasDay: boolean;
  setDue: FormAction;
  giveTo: FormAction;
};

/** By when an answer is asked for, and who is told what the client says: both may change after it was sent. */
export function DocumentCare({ document, keepers, hasDay, setDue, giveTo }: Props) {
  const { id, kind, dueOn, memberId } = document;
  return (
    <div className="grid gap-4 pt-3">
      {hasDay && <DocumentDay id={id} kind={kind} dueOn={dueOn} action={setDue} />}
      <div>
        <p className="mb-1.5 text-13 font-500">Looked after by</p>
        <SavedSelect
          label="Looked after by"
          name="memberId"
          choices={[
            ...(memberId ? [] : [{ value: "", words: "Nobody yet" }]),
            ...keepers.map((member) => ({ value: member.id, words: member.name })),
          ]}
          chosen={memberId ?? ""}
          action={giveTo}
          sends={{ id }}
        />
      </div>
    </div>
  );
}
