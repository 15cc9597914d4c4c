"use client";
// A client component because what its button does depends on what is picked before it is kept.

import { Button, ButtonLink } from "@/components/ui/button";
import { seenPicks } from "@/lib/selections/total";
import { type Keeping, useChoosing } from "./choosing";
import { type Sum, useSum } from "./running-total";

export type ActProps = {
  sum: Sum;
  /** The form of the item that is open. */
  form: string;
  /** Where the whole sheet is sent in. */
  sendAction: string;
  /** What is to be decided next, in the middle of a sentence: “backsplash”. */
  next: { id: string; name: string; href: string } | null;
  shop: string;
};

const look = { kind: "brand", size: "phone", className: "w-full min-h-14!" } as const;

/** The one act of the page: on to what is still open, and from the last of it to the shop; before that, to keep what was lost. */
export function SelectionAct({ sum, form, sendAction, next, shop }: ActProps) {
  const { items, total } = useSum(sum);
  const { keeping, again } = useChoosing();
  if (keeping === "lost") {
    return (
      <Button type="button" onClick={again} {...look}>
        Try again
      </Button>
    );
  }
  if (!sum.open) {
    if (!next) return null;
    return (
      <ButtonLink href={next.href} {...look}>
        Go to {next.name}
      </ButtonLink>
    );
  }
  const isDecided = total.open === 0 && total.differ === 0 && keeping !== "turned-away";
  if (next || !isDecided) {
    return (
      <Button form={form} {...(next && { name: "next", value: next.id })} {...look}>
        {next ? `Save and go to ${next.name}` : "Save"}
      </Button>
    );
  }
  return (
    <Button form={form} formAction={sendAction} name="seen" value={seenPicks(items)} {...look}>
      Send all to {shop}
    </Button>
  );
}

/** What was not kept, and how it will be. */
const unkept: Partial<Record<Keeping, string>> = {
  lost: "It’s tried again once you’re online, or when you press “Try again”.",
  "turned-away": "Press the button to try again.",
};
const didNot = "That didn’t save.";

/** In sight beside the one act on a phone, where the line that is read out is further down the page. */
export function UnkeptLine() {
  const { keeping } = useChoosing();
  return unkept[keeping] && <p className="text-15 font-550 text-question">{didNot}</p>;
}

const kept: Partial<Record<Keeping, string>> = {
  nothing: "Saved as you go.",
  saving: "Saving…",
  saved: "Saved.",
};

/** Whether what is picked is kept, and what becomes of it. */
export function KeepingWords({ orders }: { orders: string }) {
  const { keeping } = useChoosing();
  const how = unkept[keeping];
  return (
    <p role="status" className="text-13 text-ink-3">
      {how ? (
        <span className="text-question">
          {didNot} {how}
        </span>
      ) : (
        <>
          <span className="noscript:hidden">{kept[keeping]}</span>
          <span className="hidden noscript:inline">Press Save to keep it.</span>
        </>
      )}{" "}
      {orders}
    </p>
  );
}
