import { Keyboard } from "lucide-react";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { MainButton } from "./main-button";
import { RowSummary } from "./row-link";

type Props = { action: string; problem: string | undefined };

/** The code of the message, for when that arrives on another device than this one. Case, spaces and hyphens don’t matter. */
export function CodeEntry({ action, problem }: Props) {
  return (
    <details open={problem !== undefined} className="group">
      <RowSummary icon={Keyboard}>On another device? Type the code</RowSummary>
      <CodeForm action={action} problem={problem} />
    </details>
  );
}

function CodeForm({ action, problem }: Props) {
  return (
    <form method="post" action={action} className="grid gap-4 pb-6">
      {problem && (
        <Notice tone="problem" phone>
          {problem}
        </Notice>
      )}
      <TextField
        id="code"
        name="code"
        label="Code from the message"
        hint={<span className="text-ink-2">8 letters and numbers, like 7K2M-Q4TX.</span>}
        phone
        required
        minLength={8}
        maxLength={16}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        className="font-mono tracking-[0.08em] uppercase"
      />
      <MainButton>Continue</MainButton>
    </form>
  );
}
