"use client";
// A client component because a dialog opens modally only by script. It draws nothing and serves the whole page.

import { useEffect } from "react";

/**
 * Makes every link with `data-opens="id"` open that dialog of this page, instead of leading to the page that has it open.
 * A dialog opened so closes on Esc, on a tap beside it and on whatever carries `data-close`; focus returns by itself.
 * From one that its page opened, Esc and a tap beside it lead to the page without it.
 */
export function DialogDoors() {
  useEffect(() => {
    const listening = new AbortController();
    document.addEventListener("click", answerClick, { capture: true, signal: listening.signal });
    document.addEventListener("keydown", answerEscape, { signal: listening.signal });
    return () => listening.abort();
  }, []);
  return null;
}

/** Opens a dialog of this page; false where there is none of that id. */
export function openDialog(id: string): boolean {
  const dialog = document.getElementById(id);
  if (!(dialog instanceof HTMLDialogElement)) return false;
  if (!dialog.open) dialog.showModal();
  return true;
}

function answerClick(event: MouseEvent) {
  const { target } = event;
  const wantsNewTab = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
  if (wantsNewTab || !(target instanceof Element)) return;
  const opener = target.closest<HTMLElement>("[data-opens]");
  const opened = opener ? openDialog(opener.dataset.opens ?? "") : closes(target, event);
  if (!opened) return;
  event.preventDefault();
  event.stopPropagation();
}

function closes(target: Element, event: MouseEvent): boolean {
  if (target.matches("[data-behind]")) return leave();
  const dialog = target.closest<HTMLDialogElement>("dialog:modal");
  if (!dialog || (!target.closest("[data-close]") && !isBeside(dialog, event))) return false;
  dialog.close();
  return true;
}

function answerEscape(event: KeyboardEvent) {
  if (event.key === "Escape" && !document.querySelector("dialog:modal")) leave();
}

function leave(): boolean {
  const behind = document.querySelector<HTMLElement>("[data-behind]");
  if (behind?.dataset.behind) location.assign(behind.dataset.behind);
  return behind !== null;
}

function isBeside(dialog: HTMLDialogElement, { target, clientX, clientY }: MouseEvent): boolean {
  if (target !== dialog) return false;
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
