import { finish, openPaper } from "@/lib/paper/paper";
import { type Face, ink, makeRoom, type Paper, widthOf } from "@/lib/paper/pen";
import { type Column, table } from "@/lib/paper/table";
import { heading, words } from "@/lib/paper/text";
import { amountAndFacts, head, howToPay, type MoneyShop, sentWith } from "./paper-blocks";
import type { Statement, StatementAccount } from "./views";

type StatementPaper = { shop: MoneyShop; statement: Statement; portal: string };

/** A statement as a tagged PDF: what was owed, everything that moved it, what is owed, and how late that is. */
export async function drawStatementPaper({ shop, statement, portal }: StatementPaper): Promise<Buffer> {
  const { client, fromWords, untilWords, accounts } = statement;
  const named = `Statement, ${untilWords}`;
  const paper = openPaper({ title: `Statement of ${client}`, shop, edge: { left: client, right: named } });
  head(paper, shop, "Statement");
  for (const account of accounts) {
    if (accounts.length > 1) heading(paper, 2, account.currency, { size: 14 });
    amountAndFacts(paper, closingOf(account, untilWords), [
      ["For", client],
      ["From", fromWords],
      ["Until", untilWords],
    ]);
    drawAccount(paper, account, statement);
    drawAges(paper, account);
  }
  if (accounts.some(({ closing }) => closing.isOwed)) howToPay(paper, shop, portal);
  sentWith(paper);
  return finish(paper);
}

const closingOf = ({ closing: { amount, isCredit } }: StatementAccount, until: string) => ({
  name: isCredit ? "In credit" : "Owed",
  amount,
  under: `on ${until}`,
});

const columns: Column[] = [
  { share: 0.23, colour: ink.quiet },
  { share: 0.41, names: true },
  { share: 0.18, align: "right" },
  { share: 0.18, align: "right" },
];

function drawAccount(paper: Paper, { opening, rows, closing }: StatementAccount, period: Statement): void {
  const { fromWords, untilWords } = period;
  table(
    paper,
    {
      columns,
      head: ["Date", "What", "Amount", "Owed"],
      rows: [
        [fromWords, "Owed before", "", opening],
        ...rows.map(({ day, words: what, note, amount, balance }) => [
          day,
          [{ text: what }, { text: `\n${note}`, colour: ink.faint }],
          amount,
          balance,
        ]),
        [
          untilWords,
          [{ text: closing.isCredit ? "In credit" : "Owed", face: "strong" as const }],
          "",
          [{ text: closing.amount, face: "strong" as const }],
        ],
      ],
    },
    { size: 9 },
  );
}

/** How late what is open is, in one piece; what is late stands out. */
function drawAges(paper: Paper, { ages, surplus, pending }: StatementAccount): void {
  if (ages.some(({ isNothing }) => !isNothing) || surplus) {
    makeRoom(paper, 180);
    heading(paper, 2, "What is open", { before: 12 });
    const rows = ages.map(({ words: text, amount, isLate }) => {
      const face: Face = isLate ? "strong" : "words";
      return [[{ text, face }], [{ text: amount, face }]];
    });
    const beyond = surplus ? [["Paid beyond what was asked", surplus]] : [];
    const place = { width: widthOf(paper) * 0.64, size: 9, pad: 3.5 };
    table(paper, { columns: ageColumns, rows: [...rows, ...beyond] }, place);
  }
  if (surplus)
    words(paper, "What was paid beyond what was asked goes back to whoever paid it.", { before: 6 });
  if (pending) words(paper, `${pending} is on its way from the bank, and is counted as paid.`, { before: 6 });
}

const ageColumns: Column[] = [
  { share: 0.64, names: true },
  { share: 0.36, align: "right" },
];
