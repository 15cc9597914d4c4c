import Papa from "papaparse";
import { isReadable } from "@/lib/auth/readable";
import { done, type Outcome, type Refusal, refuse } from "@/lib/outcome";

/** What the columns of a file of clients may hold. */
const columns = ["name", "email", "phone", "partnerName", "partnerEmail", "partnerPhone"] as const;

type Column = (typeof columns)[number];

/** One row of a file, under the number that a spreadsheet gives it; what it does not say is empty. */
export type FileRow = Record<Column, string> & { number: number };

/** The rows of a file, and the headings of the columns that mean nothing to us. */
export type ClientFile = { rows: FileRow[]; ignored: string[] };

export const mostFileBytes = 1024 * 1024;
export const mostRows = 5000;

/** The text of a file, in whichever of the usual ways a spreadsheet wrote it. Refuses more than 1 MB, and what is no text. */
export async function textOfFile(file: File): Promise<Outcome<string>> {
  if (file.size > mostFileBytes)
    return refuse("too-large", { sentence: "That file is too large. The most is 1 MB." });
  const bytes = await file.arrayBuffer();
  const text = decoded(bytes);
  const isText = isReadable(text) && !text.startsWith("PK\u0003\u0004");
  return isText ? done(text) : refuse("unsupported-file", { sentence: notCsv });
}

const notCsv = "That isn’t a CSV file. In your spreadsheet, save it as CSV, and choose it again.";

function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Older spreadsheets write what was Windows’ own before there was UTF-8.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * The rows of a CSV whose first row names its columns; commas, semicolons or tabs between them. A cell is text, whatever
 * a spreadsheet would make of it. Refuses a file without the columns that we need, with more than 5,000 rows, or with
 * quotes that never close.
 */
export function readClientFile(text: string): Outcome<ClientFile> {
  const { data: lines, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), {
    delimitersToGuess: [",", ";", "\t"],
  });
  const torn = errors.find(({ type }) => type === "Quotes");
  if (torn)
    return unfit(
      `The quotes in row ${(torn.row ?? 0) + 1} don’t close. Mend that row, and choose the file again.`,
    );
  const headings = lines[0] ?? [];
  const meant = headings.map(columnOf);
  if (!meant.includes("name") || !(meant.includes("email") || meant.includes("phone")))
    return unfit(noColumns);
  const rows = lines
    .map((cells, place) => rowOf(cells, meant, place + 1))
    .slice(1)
    .filter((row) => columns.some((column) => row[column] !== ""));
  if (rows.length === 0) return unfit("There is no client in it yet: only the row that names the columns.");
  if (rows.length > mostRows)
    return unfit("That is more than 5,000 rows. Split it, and import one part after the other.");
  return done({ rows, ignored: headings.filter((heading, place) => heading.trim() && !meant[place]) });
}

const noColumns =
  "The first row has to name the columns: Name, and Email or Phone. Partner name, Partner email and Partner phone may follow.";

const unfit = (sentence: string): Refusal => refuse("invalid", { field: "file", sentence });

const headings: Record<string, "name" | "email" | "phone"> = {
  ...{
    name: "name",
    fullname: "name",
    client: "name",
    clientname: "name",
    customer: "name",
    customername: "name",
  },
  ...{ contact: "name", contactname: "name", email: "email", emailaddress: "email", mail: "email" },
  ...{ phone: "phone", phonenumber: "phone", mobile: "phone", mobilenumber: "phone", mobilephone: "phone" },
  ...{ telephone: "phone", tel: "phone", cell: "phone", cellphone: "phone" },
};

const ofPartner = { name: "partnerName", email: "partnerEmail", phone: "partnerPhone" } as const;

/** What a heading means: “E-mail”, “Mobile number” and “Partner’s e-mail” are as good as our own words. */
function columnOf(heading: string): Column | undefined {
  const letters = heading
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^a-z]/g, "");
  const [, rest] = /^partners?(.*)$/.exec(letters) ?? [];
  if (rest === undefined) return headings[letters];
  const column = headings[rest || "name"];
  return column && ofPartner[column];
}

/** Of two columns that mean the same, the first that says something counts. */
function rowOf(cells: string[], meant: (Column | undefined)[], number: number): FileRow {
  const row: FileRow = {
    ...{ number, name: "", email: "", phone: "", partnerName: "", partnerEmail: "", partnerPhone: "" },
  };
  for (const [place, column] of meant.entries()) {
    if (column && !row[column]) row[column] = (cells[place] ?? "").replace(/\s+/g, " ").trim();
  }
  return row;
}
