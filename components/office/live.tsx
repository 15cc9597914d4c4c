"use client";
// A client component because it holds the connection to the stream.

import { useParams, usePathname, useRouter } from "next/navigation";
import { startTransition, useEffect, useEffectEvent, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { areDraftsOpen } from "./drafts";
import { shareStream } from "./live-share";
import type { Said } from "./live-source";
import { hear, isOpen, isShown, markRead, overtake, setStanding, useLive } from "./live-store";

type Props = {
  /** Whose page this is: another one may sign in in the same browser. */
  member: string;
  /** How far the stream was before the page was read. */
  since: string;
};

/** Keeps the office live: takes in what happens, reads it out politely, and reads the open page anew when it changes. */
export function LiveFeed({ member, since }: Props) {
  const [from] = useState(since);
  const [spoken, setSpoken] = useState("");
  const open = useOpen();
  const router = useRouter();

  const take = useEffectEvent((said: Said) => {
    if (said.say === "standing") return setStanding(said.standing);
    if (said.say === "reset") return startTransition(() => router.refresh());
    const { happening } = said;
    if (!hear(happening, open)) return;
    if (happening.sentence) setSpoken(happening.sentence);
    if (!isShown(happening, open)) return;
    const { by } = happening;
    // What somebody writes here keeps itself no more: the page read anew would pass for one that knew of the change.
    if (by && by.id !== member && areDraftsOpen()) overtake(by.name);
    startTransition(() => router.refresh());
  });
  useReadMark(open);
  useEffect(() => shareStream({ member, since: from }, (said) => take(said)), [member, from]);

  return (
    <>
      <p aria-live="polite" className="sr-only">
        {spoken}
      </p>
      <OutNotice />
    </>
  );
}

/** What the address of the open page holds: the number of an order, the id of a document, a client or a project, or “money” or “bills”. */
function useOpen(): string[] {
  const path = usePathname();
  const isForm = /\/(edit|new)$/.test(path);
  const parts = Object.values(useParams()).flatMap((part) => part ?? []);
  // A form about a client or a project shows nothing of their documents, and is left as it was filled in.
  if (isForm) return parts.filter((part) => /^\d+$/.test(part));
  if (path.startsWith("/money")) return [...parts, "money"];
  return path === "/bills" ? ["bills"] : parts;
}

/** What is open has been seen. */
function useReadMark(open: string[]) {
  const { heard, unread } = useLive();
  useEffect(() => {
    for (const happening of heard.values())
      if (unread.has(happening.subject) && isOpen(happening, open)) markRead(happening.subject);
  }, [open, heard, unread]);
}

/** Says that this page is no longer its reader's: what it shows stays as it was, and a reload asks who is here. */
function OutNotice() {
  const { standing } = useLive();
  if (standing !== "out") return null;
  return (
    <div className="fixed inset-x-4 bottom-4 z-40 mx-auto w-fit rounded-control shadow-popover">
      <Notice tone="problem">
        You’re not signed in on this page any more: you signed out, or somebody else signed in here.{" "}
        <button type="button" onClick={() => location.reload()} className="font-550 underline">
          Reload
        </button>
      </Notice>
    </div>
  );
}

/** Says whether the page hears what happens. Until the stream answers, and without JavaScript, it says nothing. */
export function LiveBadge() {
  const { standing } = useLive();
  const lost = standing === "lost";
  return (
    <span
      role="status"
      className={`flex items-center gap-1.5 text-13 font-500 ${lost ? "text-on-site" : "text-completed"}`}
    >
      {(standing === "live" || lost) && (
        <>
          <span aria-hidden className="size-2 rounded-full bg-current ring-3 ring-current/25" />
          {lost ? "Reconnecting" : "Live"}
        </>
      )}
    </span>
  );
}
