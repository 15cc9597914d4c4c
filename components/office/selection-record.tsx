import { Button } from "@/components/ui/button";
import { StatusChip } from "@/components/ui/chip";
import { Picture } from "@/components/ui/picture";
import {
  changeOf,
  differenceWords,
  type MoneyLook,
  moneyWords,
  overWords,
  type Picked,
  seenPicks,
  skip,
  totalOf,
} from "@/lib/selections/total";
import type { ChoiceView, OfficeSheet } from "@/lib/selections/views";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { SelectionReturn } from "./selection-return";

type Actions = { approve: FormAction; giveBack: FormAction };
type Item = OfficeSheet["items"][number];
type Props = {
  documentId: string;
  sheet: OfficeSheet /** Missing for whoever may only look. */;
  actions: Actions | null;
};

/** What was chosen of a sheet, what it comes to, and what the office says to it. */
export function SelectionRecord({ documentId, sheet, actions }: Props) {
  const { items, money } = sheet;
  const total = totalOf(items);
  const { words, amount } = overWords(total.overCents, money);
  const waiting = items.filter(isWaiting);
  if (items.length === 0) return <p className="mt-4 text-14 text-ink-2">There is nothing to choose in it.</p>;
  return (
    <>
      <ul className="mt-4 divide-y divide-line border-y border-line">
        {items.map((item) => (
          <ItemRow key={item.id} {...{ documentId, item, money, actions }} />
        ))}
      </ul>
      <dl className="mt-3 grid justify-end gap-x-8 gap-y-0.5 text-14 [grid-template-columns:auto_auto]">
        <dt className="text-ink-2">Allowances</dt>
        <dd className="text-right">{moneyWords(total.allowancesCents, money)}</dd>
        <dt className="text-ink-2">With their choices</dt>
        <dd className="text-right">{moneyWords(total.withChoicesCents, money)}</dd>
        <dt className="font-600">{words}</dt>
        <dd className="text-right font-600">{amount}</dd>
      </dl>
      {actions && waiting.length > 1 && (
        <div className="mt-4 grid justify-items-start gap-3">
          <ActionForm action={actions.approve} sends={{ id: documentId, seen: seenPicks(waiting) }}>
            <Button kind="primary" size="desk-tall">
              Approve all {waiting.length}
            </Button>
          </ActionForm>
          <SelectionReturn
            action={actions.giveBack}
            sends={{ id: documentId }}
            label="Give all of them back"
          />
        </div>
      )}
    </>
  );
}

const isWaiting = ({ state }: Item) => state === "selected" || state === "skipped";

function ItemRow({
  documentId,
  item,
  money,
  actions,
}: Omit<Props, "sheet"> & { item: Item; money: MoneyLook }) {
  const { id, name, about, allowanceCents, verdict, options, choices, due, isLate, state } = item;
  const pick = verdict.state === "decided" ? verdict.pick : null;
  const option = options.find((each) => each.id === pick);
  return (
    <li className="flex items-start gap-4 py-4">
      <span className="size-16 shrink-0 overflow-hidden rounded-control bg-sunken">
        {option?.pictureId && (
          <Picture src={hrefs.file(option.pictureId)} alt="" className="size-full object-cover" />
        )}
      </span>
      <div className="grid min-w-0 grow gap-1.5">
        <div>
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
            <h3 className="min-w-0 text-15 font-600">{name}</h3>
            <Standing item={item} />
          </div>
          <p className="text-14 text-ink-2">
            Allowance {moneyWords(allowanceCents, money)}
            {about && ` for ${about}`}
            {due && !pick && (
              <span
                className={isLate ? "text-question" : ""}
              >{`. ${isLate ? "Was due" : "Due"} ${due}`}</span>
            )}
          </p>
        </div>
        {pick && (
          <p className="flex flex-wrap justify-between gap-x-6 text-15">
            <span className="font-550">{option?.name ?? "Not wanted"}</span>
            {option && (
              <span className="tabular-nums">
                <span className="text-ink-2">{moneyWords(option.priceCents, money)}</span>{" "}
                {differenceWords(changeOf(item) ?? 0, money)}
              </span>
            )}
          </p>
        )}
        <Choices item={item} choices={choices} />
        {actions && (isWaiting(item) || state === "approved") && (
          <div className="flex flex-wrap items-start gap-3">
            {isWaiting(item) && (
              <ActionForm action={actions.approve} sends={{ id: documentId, seen: seenPicks([item]) }}>
                <Button aria-label={`Approve ${name}`}>Approve</Button>
              </ActionForm>
            )}
            <SelectionReturn
              action={actions.giveBack}
              sends={{ id: documentId, item: id }}
              label="Give it back"
              of={name}
            />
          </div>
        )}
      </div>
    </li>
  );
}

/** Where an item stands: a chip where the office or the two of them have something to do. */
function Standing({ item: { state, verdict, returned } }: { item: Item }) {
  if (state === "approved") return <StatusChip tone="completed" text="Approved" plain />;
  if (state !== "pending") return <StatusChip tone="accepted" text="Sent in" />;
  if (verdict.state === "differ") return <StatusChip tone="question" text="They differ" />;
  const words = verdict.state === "open" ? "Open" : "Chosen, not sent in";
  return <span className="text-13 text-ink-3">{returned ? "Given back" : words}</span>;
}

/** What each of the two chose, said and showed. */
function Choices({ item, choices }: { item: Item; choices: ChoiceView[] }) {
  if (choices.length === 0) return null;
  return (
    <ul className="grid gap-1.5 text-14 text-ink-2">
      {choices.map(({ name, pick, note, photoId }) => (
        <li key={name} className="min-w-0 wrap-anywhere">
          {name}: {pick ? nameOf(item, pick) : "nothing chosen yet"}
          {note && <span className="block whitespace-pre-line text-ink">“{note}”</span>}
          {photoId && (
            <a href={hrefs.file(photoId)} className="text-link block">
              A photo from {name}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

const nameOf = ({ options }: Item, pick: Picked) =>
  pick === skip ? "not wanted" : (options.find(({ id }) => id === pick)?.name ?? "");
