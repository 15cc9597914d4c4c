import { CircleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { type ContractDraft, namesInWords } from "@/lib/contracts/views";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";

type Props = { contract: { id: string; version: number }; draft: ContractDraft; send: FormAction };

/** What stands between a draft and those who sign it, and the one tap that sends it. */
export function ContractReady({ contract, draft: { candidates, order, problems }, send }: Props) {
  const signing = candidates.filter(({ signs }) => signs);
  const first = Math.min(...signing.map(({ place }) => place));
  const now = signing.filter(({ place }) => order === "any" || place === first);
  return (
    <div className="grid justify-items-start gap-3 pt-3">
      {problems.length > 0 ? (
        <ul className="grid gap-1.5 text-14 text-question">
          {problems.map((problem) => (
            <li key={problem} className="flex items-start gap-2">
              <CircleAlert aria-hidden size={16} strokeWidth={1.75} className="mt-0.5 shrink-0" />
              <span>{problem}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-14 text-ink-2">
          {namesInWords(now.map(({ name, reach }) => `${name} (${reach})`))}{" "}
          {now.length === 1 ? "gets a link" : "each get a link"} of their own. The text is sealed: it can’t be
          changed without everybody signing anew.
        </p>
      )}
      <ActionForm
        action={send}
        sends={{ id: contract.id, version: String(contract.version) }}
        className="grid gap-2"
      >
        <Button kind="primary" size="desk-tall">
          Send to sign
        </Button>
      </ActionForm>
    </div>
  );
}
