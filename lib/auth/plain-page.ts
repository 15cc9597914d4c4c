import type { Reason, RefusalDetail } from "@/lib/outcome";
import { waiting } from "./problem";
import { refusals } from "./refusals";

/** A form that was not taken: where it goes, and what was typed into it. */
export type Again = { action: string; typed: Record<string, string> };

/**
 * A page of one sentence, for what was refused before a page of its own could say so: it needs no script and no session.
 * Where waiting helps, a form's page holds what was typed, to be sent again.
 */
export function plainPage(reason: Reason, detail: RefusalDetail = {}, again?: Again): Response {
  const { status, title } = refusals[reason];
  const [heading, ...rest] = title.split(/(?<=\.)\s/);
  const wait = waiting(reason, detail);
  const form = again && "retry-after" in wait ? formAgain(again) : "";
  return new Response(
    `<!doctype html><html lang="en-AU"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${heading}</title><link rel="stylesheet" href="/plain.css"><main><h1>${heading}</h1><p>${rest.join(" ")}</p>${form}</main></html>`,
    {
      status,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "cache-control": "private, no-store",
        "x-robots-tag": "noindex",
        ...wait,
      },
    },
  );
}

function formAgain({ action, typed }: Again): string {
  const fields = Object.entries(typed).map(
    ([name, text]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(text)}">`,
  );
  if (fields.length === 0) return "";
  return `<p>What you typed is kept on this page.</p><form method="post" action="${escaped(action)}">${fields.join("")}<button>Send it again</button></form>`;
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
