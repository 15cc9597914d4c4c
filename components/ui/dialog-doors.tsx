"use client";
// A client component because a dialog opens modally only by script. It draws nothing and serves the whole page.

import { useEffect } from "react";

/**
 * Makes every link with `data-opens="id"` open that dialog of this page, instead of leading to the page that has it open.
 * A dialog opened so closes on Esc, on a tap beside it and on whatever carries `data-close`; focus returns by itself.
 */
export function DialogDoors() {
  useEffect(() => {
    const listening = new AbortController();
    document.addEventListener("click", answerClick, { capture: true, signal: listening.signal });
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

/** Only a modal dialog is closed here: one that its page opened is closed by going to the page without it. */
function closes(target: Element, event: MouseEvent): boolean {
  const dialog = target.closest<HTMLDialogElement>("dialog:modal");
  if (!dialog || (!target.closest("[data-close]") && !isBeside(dialog, event))) return false;
  dialog.close();
  return true;
}

function isBeside(dialog: HTMLDialogElement, { target, clientX, clientY }: MouseEvent): boolean {
  if (target !== dialog) return false;
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
