"use client";
// A client component because a choice is marked, added up and kept at once, without a new page.

import { useRouter } from "next/navigation";
import { type ComponentProps, createContext, type ReactNode, useContext, useRef, useState } from "react";
import { useChosenBefore } from "@/components/ui/as-found";
import { Notice } from "@/components/ui/notice";
import type { Picked } from "@/lib/selections/total";

export type Keeping = "nothing" | "saving" | "saved" | "refused" | "lost";

type Choosing = { picked: Picked | null; keeping: Keeping; pick: (choice: Picked) => void };

const Context = createContext<Choosing>({ picked: null, keeping: "nothing", pick: () => {} });

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

  // A page made anew says what is kept, be it the same as before; one that was made while a choice is on its way does not.
  if (madeAt !== shownAt) {
    setShownAt(madeAt);
    if (keeping !== "saving") setPicked(kept);
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
    setProblem(answer === "lost" ? null : answer.problem);
    setKeeping(answer === "lost" ? "lost" : answer.problem === null ? "saved" : "refused");
    if (answer === "lost") return;
    if (`${location.pathname}${location.search}` === href) router.refresh();
    else router.replace(href, { scroll: false });
  };
  const pick = (choice: Picked) => {
    setPicked(choice);
    wanted.current = choice;
    void keep();
  };
  return (
    <Context value={{ picked, keeping, pick }}>
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

/** Why a choice was refused, if it was; or there was no answer that says. */
type Answer = { problem: string | null } | "lost";

/** Posts the item's form. The page is asked for by itself. */
async function post(action: string, fields: Record<string, string>): Promise<Answer> {
  const answer = await fetch(action, {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams(fields),
    redirect: "manual",
  }).catch(() => null);
  if (answer?.status !== 200 && answer?.status !== 409) return "lost";
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
