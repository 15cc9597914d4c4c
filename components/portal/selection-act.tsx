"use client";
// A client component because what its button does depends on what is picked before it is kept.

import { Button, ButtonLink } from "@/components/ui/button";
import { seenPicks } from "@/lib/selections/total";
import { useChoosing } from "./choosing";
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

const look = "w-full min-h-14!";

/** The one act of the page: on to what is still open, and from the last of it to the shop. */
export function SelectionAct({ sum, form, sendAction, next, shop }: ActProps) {
  const { items, total } = useSum(sum);
  if (!sum.open) {
    if (!next) return null;
    return (
      <ButtonLink href={next.href} kind="brand" size="phone" className={look}>
        Go to {next.name}
      </ButtonLink>
    );
  }
  const isDecided = total.open === 0 && total.differ === 0;
  if (next || !isDecided) {
    return (
      <Button
        form={form}
        {...(next && { name: "next", value: next.id })}
        kind="brand"
        size="phone"
        className={look}
      >
        {next ? `Save and go to ${next.name}` : "Save"}
      </Button>
    );
  }
  return (
    <Button
      form={form}
      formAction={sendAction}
      name="seen"
      value={seenPicks(items)}
      kind="brand"
      size="phone"
      className={look}
    >
      Send all to {shop}
    </Button>
  );
}

/** Whether what is picked is kept, and what becomes of it. */
export function KeepingWords({ orders }: { orders: string }) {
  const { keeping } = useChoosing();
  const words = { nothing: "Saved as you go.", saving: "Saving…", saved: "Saved.", refused: "", lost: "" }[
    keeping
  ];
  return (
    <p role="status" className="text-13 text-ink-3">
      {keeping === "lost" ? (
        <span className="text-question">That didn’t save. Press the button to try again.</span>
      ) : (
        <>
          <span className="noscript:hidden">{words}</span>
          <span className="hidden noscript:inline">Press Save to keep it.</span>
        </>
      )}{" "}
      {orders}
    </p>
  );
}
