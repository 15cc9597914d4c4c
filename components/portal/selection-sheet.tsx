import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { settledWords } from "@/components/links/document-words";
import { Notice } from "@/components/ui/notice";
import type { DocumentEnd } from "@/lib/links/policy";
import type { ClientItem, ClientSheet } from "@/lib/selections/views";
import { ChoosingItem } from "./choosing";
import { RunningTotal, type Sum, SumLine } from "./running-total";
import { type ActProps, KeepingWords, SelectionAct, UnkeptLine } from "./selection-act";
import { SelectionItem } from "./selection-item";
import { SelectionList } from "./selection-list";

type Props = {
  sheet: ClientSheet;
  document: { title: string; body: string; closedAs: DocumentEnd | null };
  /** The item that is shown. */
  item: ClientItem;
  /** What is to be decided after it, in the middle of a sentence. */
  next: { id: string; name: string } | null;
  shop: string;
  /** Where the sheet is, without a stroke at the end. */
  href: string;
  /** When the page was made. */
  madeAt: number;
  /** Why the last form was refused, and the note that it had. */
  problem: string | undefined;
  unsaved: string | null;
  /** What was asked about it, and the way to ask. */
  questions: ReactNode;
};

const form = "choose";

/** A selection sheet: what there is to choose, one item of it, and what all of it comes to. */
export function SelectionSheet(props: Props) {
  const { sheet, document, item, next, shop, href, madeAt, problem, unsaved, questions } = props;
  const over = document.closedAs !== null;
  const isOpen = item.state === "pending" && !over;
  const hrefOf = ({ id }: { id: string }) => `${href}?item=${id}`;
  const sum: Sum = {
    items: sheet.items.map(({ id, name, allowanceCents, options, verdict }) => ({
      ...{ id, name, allowanceCents, verdict },
      options: options.map((option) => ({ id: option.id, priceCents: option.priceCents })),
    })),
    open: isOpen ? { id: item.id, theirs: item.theirs?.pick ?? null } : null,
    money: sheet.money,
  };
  const act = {
    sum,
    form,
    sendAction: `${href}/send`,
    next: over ? null : next && { ...next, href: hrefOf(next) },
    shop,
  };
  const actions = {
    choose: `${href}/choose`,
    photo: `${href}/photo`,
    dropPhoto: `${href}/photo/remove`,
  };
  const list = <SelectionList items={sheet.items} currentId={item.id} hrefOf={hrefOf} />;
  const asks = !over && sheet.answered === null;
  return (
    <ChoosingItem
      action={actions.choose}
      itemId={item.id}
      href={hrefOf(item)}
      kept={item.mine?.pick ?? null}
      madeAt={madeAt}
    >
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[13.25rem_minmax(0,1fr)_17.5rem] xl:grid-cols-[13.25rem_minmax(0,1fr)_19.5rem]">
        <Aside sheet={sheet} title={document.title} asks={asks}>
          {list}
        </Aside>
        <div className="min-w-0">
          <Over document={document} shop={shop} />
          <SelectionItem
            {...{ sheet, item, shop, form, over, actions, problem, unsaved }}
            files={`${href}/files`}
            body={document.body}
          />
          {questions}
        </div>
        <div className="border-line lg:border-l lg:pl-8">
          <RunningTotal sum={sum} currentId={item.id} differing="You two differ" />
          {asks && <Foot act={act} count={sheet.items.length} />}
        </div>
      </div>
      {asks && <PinnedFoot act={act} />}
    </ChoosingItem>
  );
}

function Over({ document: { closedAs }, shop }: Pick<Props, "document" | "shop">) {
  if (!closedAs) return null;
  const { heading, sentence } = settledWords("selections", closedAs, shop);
  return (
    <div className="mb-6">
      <Notice phone>
        {heading}. {sentence}
      </Notice>
    </div>
  );
}

type Listed = { sheet: ClientSheet; title: string; asks: boolean; children: ReactNode };

/** On a phone the list is folded away: the item is what one came for. */
function Aside({ sheet, title, asks, children }: Listed) {
  const words = progressWords(sheet, asks);
  return (
    <>
      <nav aria-label="What there is to choose" className="max-lg:hidden">
        <h2 className="text-16 font-600">{title}</h2>
        <p className={`text-14 ${asks && sheet.isLate ? "text-question" : "text-ink-2"}`}>{words}</p>
        <div className="mt-2.5">{children}</div>
      </nav>
      <details className="group -mt-3 border-y border-line sm:mt-0 lg:hidden">
        <summary className="flex min-h-14 list-none items-center justify-between gap-4 py-2">
          <span className="min-w-0">
            <span className="block text-16 font-600">{title}</span>
            <span className={`block text-14 ${asks && sheet.isLate ? "text-question" : "text-ink-2"}`}>
              {words}
            </span>
          </span>
          <ChevronDown
            aria-hidden
            size={20}
            strokeWidth={1.75}
            className="shrink-0 text-ink-3 group-open:rotate-180"
          />
        </summary>
        <nav aria-label="What there is to choose" className="px-3 pb-3">
          {children}
        </nav>
      </details>
    </>
  );
}

/** “3 of 8 open. Due Thu, Apr 30”, and later what became of it. */
function progressWords({ items, due, isLate, answered }: ClientSheet, asks: boolean): string {
  if (answered) return answered.as === "approved" ? `Approved ${answered.on}` : `Sent in ${answered.on}`;
  const open = items.filter(({ verdict }) => verdict.state === "open").length;
  const differ = items.filter(({ verdict }) => verdict.state === "differ").length;
  if (!asks) return `${items.length - open - differ} of ${items.length} chosen`;
  const counts = [open > 0 && `${open} of ${items.length} open`, differ > 0 && `you differ on ${differ}`];
  const said = counts.filter(Boolean).join(", ") || "All chosen, not sent yet";
  const when = due && (isLate ? `Was due ${due}` : `Due ${due}`);
  return [`${said.charAt(0).toUpperCase()}${said.slice(1)}`, when].filter(Boolean).join(". ");
}

const numbers = ["three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/** “all eight are”: how much must be chosen before it is sent. */
function allWords(count: number): string {
  if (count <= 2) return count === 1 ? "it is" : "both are";
  const number = numbers[count - 3];
  return number ? `all ${number} are` : "all of it is";
}

function Foot({ act, count }: { act: ActProps; count: number }) {
  return (
    <div className="mt-6 grid gap-3">
      <div className="max-lg:hidden">
        <SelectionAct {...act} />
      </div>
      <KeepingWords
        orders={`${act.shop} orders nothing until ${allWords(count)} chosen and you press Send.`}
      />
    </div>
  );
}

/** What it comes to, and the one act, always in reach of a thumb. */
function PinnedFoot({ act }: { act: ActProps }) {
  return (
    <div
      data-pinned=""
      className="bottom-0 z-10 -mx-5 mt-6 grid gap-2.5 border-t border-line bg-surface px-5 pt-3 pb-[max(1rem,env(safe-area-inset-bottom))] shadow-bar lg:hidden [@media(min-height:30rem)]:sticky"
    >
      <UnkeptLine />
      <SumLine sum={act.sum} />
      <SelectionAct {...act} />
    </div>
  );
}
