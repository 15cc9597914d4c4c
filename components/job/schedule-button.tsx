"use client";
// A client component because the button repeats a choice that is made in the browser.

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

/** The button of the schedule sheet: it names the day and the time that are chosen. */
export function ScheduleButton() {
  const button = useRef<HTMLButtonElement>(null);
  const [choice, setChoice] = useState("");
  useEffect(() => {
    const form = button.current?.form;
    const read = () => setChoice(form ? choiceOf(form) : "");
    read();
    form?.addEventListener("input", read);
    return () => form?.removeEventListener("input", read);
  }, []);
  return (
    <Button ref={button} kind="primary" size="phone-main" className="w-full">
      Schedule {choice || "this time"}
    </Button>
  );
}

/** `Fri 24 Apr, 10:00`; what is typed under “another” wins, as it does on the server. */
function choiceOf(form: HTMLFormElement): string {
  const sent = new FormData(form);
  const otherDay = String(sent.get("otherDay") ?? "");
  const time = sent.get("otherTime") || sent.get("time");
  const day = otherDay
    ? dayWords(otherDay)
    : form.querySelector<HTMLInputElement>("[name=day]:checked")?.dataset.label;
  return day && time ? `${day}, ${time}` : "";
}

function dayWords(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  const part = (options: Intl.DateTimeFormatOptions) =>
    at.toLocaleDateString("en-AU", { timeZone: "UTC", ...options });
  return `${part({ weekday: "short" })} ${part({ day: "numeric" })} ${part({ month: "short" }).slice(0, 3)}`;
}
