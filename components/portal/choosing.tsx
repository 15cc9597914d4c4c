"use client";
// A client component because a choice is marked, added up and kept at once, without a new page.

import { useRouter } from "next/navigation";
import { type ComponentProps, createContext, type ReactNode, useContext, useRef, useState } from "react";
import { useChosenBefore } from "@/components/ui/as-found";
import { Notice } from "@/components/ui/notice";
import type { Picked } from "@/lib/selections/total";
import { isReachable, useOnline } from "./connection";

/** `lost` is what got no answer; `turned-away` what got one that only a page can show, such as the way to sign in again. */
export type Keeping = "nothing" | "saving" | "saved" | "refused" | "lost" | "turned-away";

type Choosing = {
  picked: Picked | null;
  keeping: Keeping;
  pick: (choice: Picked) => void;
  /** Tries to keep once more what was lost on its way. */
  again: () => void;
};

const Context = createContext<Choosing>({
  picked: null,
  keeping: "nothing",
  pick: () => {},
  again: () => {},
});

/** What is picked of the item that is open, and whether it is kept. */
export const useChoosing = () => useContext(Context);

type Props = {
  /** Where the item's form is posted; without script its button does that. */
  action: string;
  itemId: string;
  /** The page with this item: once something is kept, an item that was shown of itself stays. */
  href: string;
  /** The choice as it is kept, and when the page was made: with each new page that is what is picked. */
  kept: Picked | null;
  madeAt: number;
  children: ReactNode;
};

/** Keeps what is picked, the newest alone where several follow fast, and then shows the page as it is now. */
export function ChoosingItem({ action, itemId, href, kept, madeAt, children }: Props) {
  const router = useRouter();
  const [picked, setPicked] = useState(kept);
  const [keeping, setKeeping] = useState<Keeping>("nothing");
  const [problem, setProblem] = useState<string | null>(null);
  const wanted = useRef<Picked | null>(null);
  const isGoing = useRef(false);

  const [shownAt, setShownAt] = useState(madeAt);

  // A page made anew says what is kept, be it the same as before; but not while a choice is on its way, or was not kept.
  if (madeAt !== shownAt) {
    setShownAt(madeAt);
    if (keeping === "nothing" || keeping === "saved" || keeping === "refused") setPicked(kept);
  }

  const keep = async () => {
    if (isGoing.current) return;
    isGoing.current = true;
    setKeeping("saving");
    let answer: Answer = { problem: null };
    while (wanted.current !== null) {
      const choice = wanted.current;
      wanted.current = null;
      answer = await post(action, { item: itemId, choice });
    }
    isGoing.current = false;
    const why = typeof answer === "string" ? null : answer.problem;
    setProblem(why);
    setKeeping(typeof answer === "string" ? answer : why === null ? "saved" : "refused");
    if (typeof answer === "string" || !(await isReachable())) return;
    if (`${location.pathname}${location.search}` === href) router.refresh();
    else router.replace(href, { scroll: false });
  };
  const pick = (choice: Picked) => {
    setPicked(choice);
    wanted.current = choice;
    void keep();
  };
  const again = () => {
    if (keeping === "lost" && picked !== null) pick(picked);
  };
  useOnline(again);
  return (
    <Context value={{ picked, keeping, pick, again }}>
      {problem !== null && (
        <div className="mb-6">
          <Notice tone="problem" phone>
            {problem}
          </Notice>
        </div>
      )}
      {children}
    </Context>
  );
}

/** Why a choice was refused, if it was; or that there was no answer that says. */
type Answer = { problem: string | null } | "lost" | "turned-away";

const patienceMs = 15_000;

/** Posts the item's form. The page is asked for by itself. */
async function post(action: string, fields: Record<string, string>): Promise<Answer> {
  const answer = await fetch(action, {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams(fields),
    redirect: "manual",
    signal: AbortSignal.timeout(patienceMs),
  }).catch(() => null);
  if (!answer) return "lost";
  if (answer.status !== 200 && answer.status !== 409) return "turned-away";
  return (await answer.json().catch(() => "lost")) as Answer;
}

/** The real radio of an option: a tap or an arrow key picks it. */
export function ChoiceRadio({ value, ...rest }: { value: Picked } & ComponentProps<"input">) {
  const { picked, pick } = useChoosing();
  const radio = useChosenBefore(picked === value, () => pick(value));
  return (
    <input
      ref={radio}
      {...rest}
      type="radio"
      name="choice"
      value={value}
      checked={picked === value}
      onChange={() => pick(value)}
    />
  );
}
