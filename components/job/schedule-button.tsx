"use client";
// A client component because the button repeats a choice that is made in the browser.

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { dayWords, timeWords } from "./wall-time";

/** The button of the schedule sheet: it names the day and the time that are chosen. */
export function ScheduleButton({ locale }: { locale: string }) {
  const button = useRef<HTMLButtonElement>(null);
  const [choice, setChoice] = useState("");
  useEffect(() => {
    const form = button.current?.form;
    const listening = new AbortController();
    const read = () => setChoice(form ? choiceOf(form, locale) : "");
    read();
    form?.addEventListener("input", read, { signal: listening.signal });
    // The fields are put back only after those who listen have heard of it.
    form?.addEventListener("reset", () => queueMicrotask(read), { signal: listening.signal });
    return () => listening.abort();
  }, [locale]);
  return (
    <Button ref={button} kind="primary" size="phone-main" className="w-full">
      Schedule {choice || "this time"}
    </Button>
  );
}

/** `Fri 24 Apr, 10:00`, in American words `Fri, Apr 24, 10:00 AM`; what is typed under “another” wins, as it does on the server. */
function choiceOf(form: HTMLFormElement, locale: string): string {
  const sent = new FormData(form);
  const otherDay = String(sent.get("otherDay") ?? "");
  const time = String(sent.get("otherTime") || (sent.get("time") ?? ""));
  const day = otherDay
    ? dayWords(otherDay, locale)
    : form.querySelector<HTMLInputElement>("[name=day]:checked")?.dataset.label;
  return day && time ? `${day}, ${timeWords(time, locale)}` : "";
}
