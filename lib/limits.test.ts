import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { tenants } from "@/db/schema/tenants";
import { mostADay } from "@/lib/activity/recovery";
import { mostTries } from "@/lib/auth/sign-in";
import { mostPdfBytes } from "@/lib/contracts/verify";
import { mostBodyLetters } from "@/lib/documents/sent";
import { mostAttempts } from "@/lib/jobs/queue";
import { messagesAnHour, type Purpose, policy } from "@/lib/links/policy";
import { mostFileBytes, mostRows } from "@/lib/people/client-file";
import { limits } from "@/lib/rate-limit";
import { mostBytes } from "@/lib/storage/accept";
import { mostStaged } from "@/lib/storage/files";
import { mostInLine } from "@/lib/storage/heic";
import { longestSide, mostPixels } from "@/lib/storage/picture";
import { mostFormBytes, mostTextBytes } from "@/lib/storage/read-form";

/** The rows of the table in SECURITY.md whose first column is headed so. */
function tableOf(heading: string): string[] {
  const text = readFileSync(new URL("../SECURITY.md", import.meta.url), "utf8");
  const table = text.split(/\n\n/).find((part) => part.startsWith(`| ${heading} |`));
  return table?.trim().split("\n").slice(2) ?? [];
}

const megabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;
const inWords = (count: number) => count.toLocaleString("en-AU");
const window = ({ most, windowMs }: { most: number; windowMs: number }) => `${most} in ${windowMs / 1000} s`;

test("the limits in SECURITY.md are the limits in the code", () => {
  const inCode: [string, string | number][] = [
    ["Public endpoints, per client address", window(limits.public)],
    ["A job’s link, per link", window(limits["public-link"])],
    [
      "A job’s files, per client address and per link; a document’s or a project’s, per session or link",
      window(limits.files),
    ],
    ["Choosing on a selection sheet, per session", window(limits.choosing)],
    ["Asking for a sign-in link, per client address", window(limits["ask-for-link"])],
    ["Messages of one purpose to one address", `${messagesAnHour} in any rolling hour`],
    ["Recovery links of one business", `${mostADay} in any rolling day`],
    ["Wrong codes before a link is dead", mostTries],
    ["Tries to send a message", mostAttempts],
    ["One file", megabytes(mostBytes)],
    ["One request that carries a file", megabytes(mostFormBytes)],
    ["One form without a file", `${mostTextBytes / 1024} KB`],
    ["One CSV of clients", `${megabytes(mostFileBytes)}, ${inWords(mostRows)} rows`],
    ["The text of a document", `${inWords(mostBodyLetters)} characters`],
    ["One PDF to be checked", megabytes(mostPdfBytes)],
    ["One picture", `${mostPixels / 1_000_000} megapixels`],
    ["Longest side of a kept picture", `${longestSide} pixels`],
    ["HEIC photos that wait to be opened, per process", mostInLine],
    [
      "Files that one link may send ahead of their form",
      `${mostStaged.files}, together ${megabytes(mostStaged.bytes)}`,
    ],
    ["Staff session without a visit", `${tenants.staffSessionDays.default} days`],
    ["Client session without a visit", `${tenants.clientSessionDays.default} days`],
  ];
  expect(tableOf("limit")).toEqual(inCode.map(([limit, value]) => `| ${limit} | ${value} |`));
});

test("the lives of links in SECURITY.md are those of the policy", () => {
  const inCode = (Object.keys(policy) as Purpose[]).map((purpose) => {
    const { class: kind, chars, ttlMs } = policy[purpose];
    const minutes = ttlMs / 60_000;
    const life = minutes < 24 * 60 ? `${minutes} minutes` : `${minutes / 60 / 24} days`;
    return `| ${purpose} | ${kind} | ${chars} | ${life} |`;
  });
  expect(tableOf("purpose")).toEqual(inCode);
});
