import { endWords } from "@/components/links/document-words";
import { StatusChip } from "@/components/ui/chip";
import { namesInWords } from "@/lib/contracts/views";
import { type DocumentView, standings, waits } from "@/lib/documents/views";
import { toneOf } from "./chip-tone";

type Stood = Pick<DocumentView, "standing" | "closedAs" | "signed" | "when">;

/** How far a document has come, and when. */
export function DocumentStanding({ document }: { document: Stood }) {
  const { standing, closedAs, when } = document;
  const isPaid = closedAs === "paid";
  const tone = isPaid ? "completed" : standings[standing].tone;
  return <StatusChip tone={tone} text={`${standingWords(document)} ${when}`.trim()} />;
}

function standingWords({ standing, closedAs, signed }: Stood): string {
  if (closedAs) return endWords[closedAs];
  if (signed && signed.count > 0 && (standing === "part-signed" || standing === "signed"))
    return signed.count === signed.of && signed.of > 1
      ? `Signed by all ${signed.of}`
      : `Signed by ${signed.count} of ${signed.of}`;
  return standings[standing].words;
}

/** What of it waits, and for whom: the office itself, or the client’s people. */
export function DocumentWaits({ document }: { document: Pick<DocumentView, "waitsFor" | "waitsOn"> }) {
  const { waitsFor, waitsOn } = document;
  if (waitsFor) {
    const { chip } = waits[waitsFor];
    return (
      <span className="flex items-center gap-2 text-13 text-ink-2">
        <StatusChip tone={toneOf(chip)} text={chip.text} />
        Waits for you
      </span>
    );
  }
  if (waitsOn.length === 0) return null;
  return <span className="text-13 text-ink-3 wrap-anywhere">Waits for {namesInWords(waitsOn)}</span>;
}

/** The day by which an answer is asked for; one that has gone by says so. */
export function DocumentDue({ due }: Pick<DocumentView, "due">) {
  if (!due) return null;
  return (
    <span className={`text-13 ${due.isOver ? "font-500 text-question" : "text-ink-3"}`}>
      {due.isOver ? `Was due ${due.words}` : `By ${due.words}`}
    </span>
  );
}
