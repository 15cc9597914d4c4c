import type { Answered, GroupView, LineView } from "@/lib/scopes/views";
import type { FormAction } from "./form-state";
import { ScopeReply } from "./scope-reply";
import { ScopeVerdict } from "./scope-revisions";
import { ScopeSaid } from "./scope-said";

type Props = {
  documentId: string;
  record: { groups: GroupView[]; gone?: LineView[]; total: string; answered: Answered | null };
  /** Missing for whoever may only look, and once it is over. */
  reply: FormAction | null;
};

/** One revision as it is: every line, and what went to and fro about it. */
export function ScopeRecord({ documentId, record: { groups, gone = [], total, answered }, reply }: Props) {
  return (
    <div className="pt-1">
      {answered && <ScopeVerdict answered={answered} />}
      {groups.map(({ name, lines }) => (
        <div key={lines[0]?.key} className="pt-3">
          {name && <h3 className="pb-1 text-14 font-600">{name}</h3>}
          <ul className="divide-y divide-line border-y border-line">
            {lines.map(({ key, number, words, amount, said }) => (
              <li key={key} className="grid grid-cols-[2rem_minmax(0,1fr)_auto] gap-x-2 py-2 text-14">
                <span className="font-mono text-13 text-ink-3">{number}</span>
                <span className="wrap-anywhere">{words}</span>
                <span className="tabular-nums">{amount}</span>
                {said.length > 0 && (
                  <div className="col-span-full grid gap-1 pt-2 pl-10">
                    <ScopeSaid said={said} />
                    {reply && (
                      <ScopeReply
                        key={said.length}
                        documentId={documentId}
                        line={{ key, number }}
                        action={reply}
                      />
                    )}
                  </div>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {gone.length > 0 && (
        <div className="pt-3">
          <h3 className="pb-1 text-14 font-600">No longer in this scope</h3>
          <ul className="divide-y divide-line border-y border-line">
            {gone.map(({ key, words, amount, said }) => (
              <li key={key} className="grid gap-1 py-2 text-14">
                <p className="flex justify-between gap-4 text-ink-2">
                  <del className="min-w-0 wrap-anywhere">{words}</del>
                  <del className="tabular-nums">{amount}</del>
                </p>
                <ScopeSaid said={said} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {groups.length > 0 && (
        <p className="flex justify-between pt-3 text-16 font-600">
          Total <span className="tabular-nums">{total}</span>
        </p>
      )}
    </div>
  );
}
