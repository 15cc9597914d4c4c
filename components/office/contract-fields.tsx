import type { ContractDraft } from "@/lib/contracts/views";

type Props = {
  fields: ContractDraft["fields"];
  /** Puts a field into the text, where the caret stands. */
  insert: (written: string) => void;
};

/** The fields that a contract’s text may have, and what each would become now. */
export function ContractFields({ fields, insert }: Props) {
  return (
    <details>
      <summary className="inline-flex min-h-8 items-center text-13 font-500 underline decoration-line-2 underline-offset-4 pointer-coarse:min-h-11">
        Fields that fill themselves in
      </summary>
      <ul className="mt-2 grid gap-x-6 sm:grid-cols-2">
        {fields.map(({ name, stands, value }) => (
          <li
            key={name}
            className="flex items-center justify-between gap-3 border-t border-line py-1.5 text-13"
          >
            <span className="min-w-0">
              <code className="font-mono wrap-anywhere">{`{{${name}}}`}</code>
              <span className="block text-ink-3 wrap-anywhere">
                {stands}: {value || "not known yet"}
              </span>
            </span>
            <button
              type="button"
              onClick={() => insert(`{{${name}}}`)}
              aria-label={`Insert ${stands}`}
              className="min-h-8 shrink-0 rounded-control px-2.5 font-500 text-accent hover:bg-ink/4 noscript:hidden pointer-coarse:min-h-11"
            >
              Insert
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
