"use client";
// A client component because keys are heard by script only.

import { useParams, useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { openDialog } from "@/components/ui/dialog-doors";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { KeyList } from "./key-list";

type Props = {
  /** Whether keys without ⌘ do anything for this member. */
  singleKeys: boolean;
  chooseKeys: FormAction;
};

/** The office’s keys. They are deaf while somebody types, or while a dialog is open. */
export function Shortcuts({ singleKeys, chooseKeys }: Props) {
  const router = useRouter();
  const number = Number(useParams<{ number?: string }>().number) || null;

  const acts: Record<string, () => void> = {
    j: () => walk(1),
    k: () => walk(-1),
    d: () => number && router.push(hrefs.dispatch(number), { scroll: false }),
    r: () => document.getElementById("reply")?.focus(),
    n: () => router.push(hrefs.newOrder),
    "/": () => openDialog("search"),
    "?": () => openDialog("shortcuts"),
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const command = event.metaKey || event.ctrlKey;
    if (command && event.key.toLowerCase() === "k") return answer(event, () => openDialog("search"));
    if (command || !singleKeys || isBusy(event.target)) return;
    const act = acts[event.key.toLowerCase()];
    if (act) answer(event, act);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);

  return (
    <Dialog id="shortcuts" labelledBy="shortcuts-heading" closeHref={hrefs.inbox}>
      <div className="p-5 sm:p-6">
        <div className="mb-4 flex items-center justify-between">
          <h2 id="shortcuts-heading" className="text-18 font-600">
            Shortcuts
          </h2>
          <DialogClose href={hrefs.inbox} />
        </div>
        <KeyList all />
        <div className="mt-5 border-t border-line pt-4">
          <KeysForm singleKeys={singleKeys} action={chooseKeys} />
        </div>
      </div>
    </Dialog>
  );
}

/** Turns the single keys on or off for whoever is signed in. */
export function KeysForm({ singleKeys, action }: { singleKeys: boolean; action: FormAction }) {
  return (
    <ActionForm
      action={action}
      sends={singleKeys ? {} : { singleKeys: "on" }}
      className="flex flex-wrap items-center justify-between gap-2"
    >
      <p className="text-13 text-ink-2">
        {singleKeys
          ? "Single keys like J and D are on."
          : "Single keys like J and D are off. ⌘K and ⌘↵ still work."}
      </p>
      <button type="submit" className="text-link min-h-8 text-13 pointer-coarse:min-h-11">
        {singleKeys ? "Turn single keys off" : "Turn single keys on"}
      </button>
    </ActionForm>
  );
}

function answer(event: KeyboardEvent, act: () => void) {
  event.preventDefault();
  act();
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector("dialog:modal")) return true;
  return (
    target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null
  );
}

/** Takes the focus to the next or the former row, from the focused one or the open one. */
function walk(step: 1 | -1) {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>("a[data-row]")];
  const isHere = (row: HTMLAnchorElement) => row === document.activeElement;
  const at = rows.findIndex(rows.some(isHere) ? isHere : (row) => row.ariaCurrent === "page");
  const next = rows[at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
