import { phoneWords } from "@/lib/address";
import { ink, left, makeRoom, type Paper, type PaperShop, widthOf } from "@/lib/paper/pen";
import { facts, table } from "@/lib/paper/table";
import { heading, letterhead, words } from "@/lib/paper/text";
import { businessNumberWords } from "./business-number";

/** What an invoice, a receipt and a statement have in common on paper. */

/** A row of `tenants` will do. */
export type MoneyShop = PaperShop & {
  address: string;
  phone: string | null;
  email: string | null;
  businessNumber: string | null;
  locale: string;
};

/** The shop with its address, its business number, how to reach it, and what the paper is. */
export function head(paper: Paper, shop: MoneyShop, title: string): void {
  const reached = [phoneWords(shop.phone), shop.email].filter(Boolean).join(", ");
  letterhead(paper, [shop.address, businessNumberWords(shop), reached].filter(Boolean).join("\n"));
  heading(paper, 1, title, { size: 20 });
}

/** Where it stands, in words that nobody overlooks. */
export function stamp(paper: Paper, standing: string, why = ""): void {
  words(paper, [{ text: standing, face: "strong" }, ...(why ? [{ text: ` ${why}` }] : [])], {
    size: 11,
    after: 12,
  });
}

type Amount = { name: string; amount: string; under: string };

/** The amount that matters, large at the right, and at its left what it is of; the amount is heard first. */
export function amountAndFacts(
  paper: Paper,
  { name, amount, under }: Amount,
  rows: [string, string][],
): void {
  const top = paper.pen.y;
  const width = widthOf(paper);
  const beside = { x: left + width * 0.6, width: width * 0.4, align: "right", after: 0 } as const;
  words(paper, name, { ...beside, colour: ink.quiet });
  words(paper, amount, { ...beside, size: amount.length > 11 ? 14 : 22, face: "strong" });
  if (under) words(paper, under, beside);
  const low = paper.pen.y;
  paper.pen.y = top;
  facts(paper, rows, { width: width * 0.57, size: 9.5, pad: 2, ruled: () => false });
  paper.pen.y = Math.max(paper.pen.y, low) + 14;
}

/** What something comes to, at the right of the page and in one piece; the strong ones are what one looks for. */
export function sums(paper: Paper, rows: { name: string; amount: string; strong?: boolean }[]): void {
  const width = widthOf(paper) * 0.56;
  makeRoom(paper, Math.min(rows.length * 23, 260));
  table(
    paper,
    {
      columns: [
        { share: 0.62, names: true },
        { share: 0.38, align: "right" },
      ],
      rows: rows.map(({ name, amount, strong = false }) => {
        const face = strong ? "strong" : "words";
        return [[{ text: name, face, colour: strong ? ink.words : ink.quiet }], [{ text: amount, face }]];
      }),
    },
    {
      x: left + widthOf(paper) - width,
      width,
      pad: 4,
      ruled: (row) => row === 0 || rows[row]?.strong === true,
    },
  );
  paper.pen.y += 8;
}

/** How something is paid. No account is ever named on a paper: papers are mailed, and whoever can change one would be paid. */
export function howToPay(paper: Paper, { name, phone }: MoneyShop, portal: string): void {
  const call = phoneWords(phone);
  heading(paper, 2, "How to pay", { before: 12 });
  words(paper, `Open the link in your message, or sign in at ${portal}/client-login.`, { after: 3 });
  words(
    paper,
    `${name} never sends bank details by email, by text or on a paper like this one. If something that you get names an account, ${call ? `call ${call}` : `ask ${name}`} before you pay.`,
    { colour: ink.quiet, size: 9 },
  );
}

export const sentWith = (paper: Paper): void =>
  words(paper, "Sent with Latchkey", { size: 9, colour: ink.faint, before: 10 });
