import { CircleCheck, Info, Undo2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ReturnKeySubmits } from "@/components/ui/return-key";
import { type MoneyLook, moneyWords, type Picked, skip } from "@/lib/selections/total";
import type { ClientItem, ClientSheet } from "@/lib/selections/views";
import { OptionCard } from "./option-card";
import { RefusedWords } from "./refused-words";
import { SaidAndShown, SelectionOwn } from "./selection-own";

type Props = {
  sheet: Pick<ClientSheet, "money" | "reader" | "due" | "sentInBy">;
  item: ClientItem;
  shop: string;
  form: string;
  /** Whether the sheet is over: then it is a record, and nothing on it can be tapped. */
  over: boolean;
  files: string;
  actions: { choose: string; photo: string; dropPhoto: string };
  /** Why the last form was refused, and the note that it had. */
  problem: string | undefined;
  unsaved: string | null;
  /** What the shop says of the whole sheet. */
  body: string;
};

/** One thing to choose: its allowance, its options, and what else can be said about it. */
export function SelectionItem(props: Props) {
  const { sheet, item, shop, form, over, files, actions, problem, unsaved, body } = props;
  const isOpen = item.state === "pending" && !over;
  return (
    <section aria-labelledby="item-heading">
      <h1 id="item-heading" className="text-30 font-650 text-balance sm:text-34">
        {item.name}
      </h1>
      <p className="mt-1 text-16 text-ink-2 sm:text-17">
        <Allowance item={item} money={sheet.money} />
      </p>
      {item.due && isOpen && (item.isLate || item.due !== sheet.due) && (
        <p className={`text-15 ${item.isLate ? "font-550 text-question" : "text-ink-2"}`}>
          {item.isLate ? `This was due ${item.due}.` : `Choose by ${item.due}.`}
        </p>
      )}
      <div className="mt-4 grid gap-3 empty:hidden">
        {problem && <RefusedWords problem={problem} unsaved={isOpen ? null : unsaved} />}
        <Standing item={item} by={sheet.sentInBy ?? "You"} shop={shop} isOpen={isOpen} />
      </div>
      {isOpen && <ReturnKeySubmits form={form} />}
      {/* There from the start, so that it is read out once the two differ. */}
      <div role="status">
        {isOpen && item.verdict.state === "differ" && <Difference item={item} form={form} />}
      </div>
      <Options sheet={sheet} item={item} form={isOpen ? form : null} files={files} action={actions.choose} />
      <SaidAndShown item={item} files={files} />
      <div className="mt-5 flex flex-wrap items-start gap-3">
        {isOpen && <SelectionOwn {...{ item, form, unsaved, actions }} reader={sheet.reader} />}
        {body && (
          <p className="min-h-11 min-w-0 self-center py-2.5 text-15 whitespace-pre-line text-ink-2 wrap-anywhere">
            {body}
          </p>
        )}
      </div>
    </section>
  );
}

function Allowance({ item: { allowanceCents, about }, money }: { item: ClientItem; money: MoneyLook }) {
  return (
    <>
      Your allowance is <strong className="font-600 text-ink">{moneyWords(allowanceCents, money)}</strong>
      {about && ` for ${about}`}. Prices below are the difference.
    </>
  );
}

type Stands = { item: ClientItem; by: string; shop: string; isOpen: boolean };

/** Where an item stands that the shop has said something about. */
function Standing({ item, by, shop, isOpen }: Stands) {
  const { state, returned } = item;
  if (state === "approved") return <Said icon={CircleCheck}>Approved. {shop} has your choice.</Said>;
  if (state !== "pending") {
    return (
      <Said icon={Info}>
        {by} sent this in. {shop} looks at it now; to change it, ask them to give it back.
      </Said>
    );
  }
  if (!isOpen || !returned) return null;
  return (
    <Said icon={Undo2}>
      {shop} gave this back: “{returned}”
    </Said>
  );
}

function Said({ icon: Icon, children }: { icon: typeof Info; children: React.ReactNode }) {
  return (
    <p className="flex items-start gap-3 rounded-phone bg-sunken px-4 py-3 text-15">
      <Icon aria-hidden size={20} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ink-2" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  );
}

/** The two chose differently: who chose what, and one tap to take the other’s, which keeps an open note too. */
function Difference({ item, form }: { item: ClientItem; form: string }) {
  const { mine, theirs } = item;
  if (!mine?.pick || !theirs?.pick) return null;
  return (
    <div className="mt-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-phone bg-question-tint px-4 py-3 text-15">
      <p className="min-w-0">
        <strong className="font-600 text-question">You and {theirs.name} chose differently.</strong> You:{" "}
        {nameOf(item, mine.pick)}. {theirs.name}: {nameOf(item, theirs.pick)}.
      </p>
      <Button form={form} name="take" value={theirs.pick} size="desk-tall" className="min-h-11">
        Take {theirs.name}’s choice
      </Button>
    </div>
  );
}

const nameOf = ({ options }: ClientItem, pick: Picked) =>
  pick === skip ? "not wanted" : (options.find(({ id }) => id === pick)?.name ?? "");

type Chosen = Pick<Props, "sheet" | "item" | "files"> & { form: string | null; action: string };

function Options({ sheet, item, form, files, action }: Chosen) {
  const { id, name, options, allowanceCents, verdict, theirs } = item;
  const final = form === null && verdict.state === "decided" ? verdict.pick : null;
  const pictured = options.some(({ pictureId }) => pictureId !== null);
  const cards = options.map((option) => (
    <OptionCard
      key={option.id}
      {...{ option, allowanceCents, form, files, pictured, money: sheet.money }}
      chosen={final === option.id}
      others={form && theirs?.pick === option.id ? `${theirs.name}’s choice` : null}
    />
  ));
  const grid = "mt-6 grid gap-4.5 sm:grid-cols-2";
  if (form === null) {
    return (
      <>
        <div className={grid}>{cards}</div>
        {final === skip && <p className="mt-4 text-16 font-550">You chose none of these.</p>}
      </>
    );
  }
  return (
    <form id={form} method="post" action={action}>
      <input type="hidden" name="item" value={id} />
      <fieldset className={grid}>
        <legend className="sr-only">Choose: {name}</legend>
        {cards}
      </fieldset>
    </form>
  );
}
