import { Notice } from "@/components/ui/notice";

type Props = {
  problem: string;
  /** What was written, where its form stands no more. */
  unsaved?: string | null | undefined;
};

/** Why a form was refused, and the words that would be lost with it. */
export function RefusedWords({ problem, unsaved }: Props) {
  return (
    <Notice tone="problem" phone>
      {problem}
      {unsaved && (
        <span className="mt-1 block whitespace-pre-line wrap-anywhere">You wrote: “{unsaved}”</span>
      )}
    </Notice>
  );
}
