"use client";
// A client component because only script can move the focus.

import { useEffect } from "react";
import { returnFocus } from "./routed-dialog";

/** When a dialog with an address of its own was closed, the focus goes back to what opened it. */
export function FocusReturn() {
  useEffect(returnFocus, []);
  return null;
}
