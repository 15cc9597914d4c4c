import type { DocumentScope } from "@/lib/auth/may-see";
import type { AtDocument } from "@/lib/auth/scope";
import { done, type Outcome } from "@/lib/outcome";
import { finish, openPaper } from "@/lib/paper/paper";
import { ink, makeRoom, type Paper } from "@/lib/paper/pen";
import { type Column, table } from "@/lib/paper/table";
import { heading, letterhead, words } from "@/lib/paper/text";
import { cleanName } from "@/lib/storage/file-name";
import type { StoredFile } from "@/lib/storage/files";
import { readScopePaper, type ScopePaper } from "./paper";

/** The newest revision of a scope that was sent, as a tagged PDF, with who approved it where that was done. */
export async function readScopePdf(scope: AtDocument<DocumentScope>): Promise<Outcome<StoredFile>> {
  const read = await readScopePaper(scope, new Date());
  const name = cleanName(`${read.title}, revision ${read.revision}.pdf`, "pdf");
  return done({ name, contentType: "application/pdf", content: await drawScope(read) });
}

export async function drawScope(scope: ScopePaper): Promise<Buffer> {
  const { shop, project, title, revision, sentOn, body, groups, total, answered } = scope;
  const paper = openPaper({ title: `${title}, revision ${revision}`, shop });
  letterhead(paper, project ?? "");
  heading(paper, 1, title, { size: 20 });
  words(paper, `Revision ${revision}, sent ${sentOn}`, { colour: ink.quiet });
  if (body) words(paper, body, { size: 10.5 });
  for (const group of groups) drawGroup(paper, group);
  if (groups.length > 0) drawTotal(paper, total);
  makeRoom(paper, 60);
  words(paper, answered, { colour: ink.quiet, before: 12 });
  words(paper, "Sent with Latchkey", { size: 9, colour: ink.faint });
  return finish(paper);
}

const columns: Column[] = [
  { share: 0.09, colour: ink.faint },
  { share: 0.68 },
  { share: 0.23, align: "right" },
];

function drawGroup(paper: Paper, { name, lines }: ScopePaper["groups"][number]): void {
  if (name) heading(paper, 2, name, { before: 12 });
  table(paper, { columns, rows: lines.map(({ number, words: what, amount }) => [number, what, amount]) });
}

const drawTotal = (paper: Paper, total: string) =>
  table(paper, {
    columns: columns.map((column) => ({ ...column, face: "strong" as const })),
    rows: [["", "Total", total]],
  });
