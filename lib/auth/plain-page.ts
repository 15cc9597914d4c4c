import type { Reason, RefusalDetail } from "@/lib/outcome";
import { waiting } from "./problem";
import { refusals } from "./refusals";

/** A form that was not taken: where it goes, and what was typed into it. */
export type Again = { action: string; typed: Record<string, string> };

/**
 * A page of one sentence, for what was refused before a page of its own could say so: it needs no script and no session.
 * Where waiting helps, a form's page holds what was typed, to be sent again; else what was written, to be copied. `back`
 * is for who was let in before and is not now: where they come in again.
 */
export function plainPage(
  reason: Reason,
  detail: RefusalDetail = {},
  again?: Again,
  back?: string,
): Response {
  const { status, title } = refusals[reason];
  const [heading, ...rest] = (back === undefined ? title : hasEnded).split(/(?<=\.)\s/);
  const wait = waiting(reason, detail);
  const kept = again ? ("retry-after" in wait ? formAgain(again) : toCopy(again)) : "";
  const way = back === undefined ? "" : `<p><a href="${escaped(back)}">Go back in</a></p>`;
  return new Response(
    `<!doctype html><html lang="en-AU"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${heading}</title><link rel="stylesheet" href="/plain.css"><main><h1>${heading}</h1><p>${rest.join(" ")}</p>${kept}${way}</main></html>`,
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

const hasEnded =
  "That wasn’t sent. What let you in has ended since you opened the page. Copy what you wrote, go back in, and send it once more.";

/** The fields in which people write sentences of their own. */
const written = ["words", "question", "reason", "note"];

/** What somebody wrote into a form, and would have to write again. */
export const writtenIn = ({ typed }: Again): string[] =>
  written.flatMap((name) => (typed[name]?.trim() ? [typed[name]] : []));

/** The first line’s end is what a text area leaves out. */
const toCopy = (again: Again): string =>
  writtenIn(again)
    .map(
      (words) =>
        `<p><textarea readonly rows="8" aria-label="What you wrote">\n${escaped(words)}</textarea></p>`,
    )
    .join("");

function formAgain({ action, typed }: Again): string {
  const fields = Object.entries(typed).map(
    ([name, text]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(text)}">`,
  );
  if (fields.length === 0) return "";
  return `<p>What you typed is kept on this page.</p><form method="post" action="${escaped(action)}">${fields.join("")}<button>Send it again</button></form>`;
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
