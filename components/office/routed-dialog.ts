"use client";

import { useRouter } from "next/navigation";
import { useLayoutEffect, useState } from "react";

let left: string | undefined;

/**
 * For a dialog that has an address of its own. Its page shows it open, as it must without script; with script it becomes
 * modal, and closing it leads to `closeHref`. Answers whether the page still has to show it open by itself.
 */
export function useRoutedDialog(id: string, closeHref: string): boolean {
  const router = useRouter();
  const [modal, setModal] = useState(false);
  useLayoutEffect(() => setModal(true), []);
  useLayoutEffect(() => {
    const dialog = document.getElementById(id);
    if (!modal || !(dialog instanceof HTMLDialogElement)) return;
    if (!dialog.open) dialog.showModal();
    const leave = () => {
      left = window.location.pathname;
      router.push(closeHref, { scroll: false });
    };
    dialog.addEventListener("close", leave);
    return () => dialog.removeEventListener("close", leave);
  }, [modal, id, closeHref, router]);
  return !modal;
}

/** Gives the focus back to the link that led to the dialog, on the page that it was opened from. */
export function returnFocus(): void {
  const opener = left && document.querySelector<HTMLElement>(`a[href="${left}"]`);
  left = undefined;
  if (opener) (opener.closest("details")?.querySelector("summary") ?? opener).focus();
}
