import { phoneWords } from "@/lib/address";
import { finish, openPaper } from "@/lib/paper/paper";
import { ink, type PaperShop } from "@/lib/paper/pen";
import { type Column, table } from "@/lib/paper/table";
import { heading, letterhead, picture, words } from "@/lib/paper/text";
import type { Reading } from "./views";

/** Everything that stands on a report’s paper: words and times are ready to be read. */
export type ReportPaper = {
  shop: PaperShop & { phone: string | null };
  title: string;
  body: string;
  visited: string | null;
  doneBy: string;
  readings: Reading[];
  photos: { jpeg: Buffer; width: number; height: number; caption: string }[];
};

const size = 11;

/** Draws the paper: what was done, a table of what was measured, and each photo with what it shows. */
export async function drawReport(report: ReportPaper): Promise<Buffer> {
  const { shop, title, body, visited, doneBy, readings, photos } = report;
  const paper = openPaper({ title, shop });
  letterhead(paper, "Service report");
  heading(paper, 1, title, { size: 20 });
  const visit = [visited && `Visited ${visited}`, doneBy && `Done by ${doneBy}`].filter(Boolean).join(". ");
  if (visit) words(paper, visit, { size, after: 14 });
  for (const part of body.split(/\n\s*\n/).filter((each) => each.trim())) words(paper, part.trim(), { size });
  if (readings.length > 0) {
    heading(paper, 2, "Readings", { size: 13, before: 12, after: 6 });
    table(paper, { columns, head: ["What", "Value", "Should be"], rows: readings.map(cells) });
  }
  if (photos.length > 0) heading(paper, 2, "Photos", { size: 13, before: 12, after: 6 });
  for (const photo of photos) picture(paper, { ...photo, alt: photo.caption || "Photo of the visit" });
  const call = [shop.name, phoneWords(shop.phone)].filter(Boolean).join(", ");
  words(paper, `Questions? ${call}. Sent with Latchkey.`, { size: 9, colour: ink.faint, before: 14 });
  return finish(paper);
}

const columns: Column[] = [{ share: 0.45, face: "strong", names: true }, { share: 0.25 }, { share: 0.3 }];

const cells = ({ name, value, unit, range }: Reading) => [
  name,
  [value, unit].filter(Boolean).join(" "),
  range && [range, unit].filter(Boolean).join(" "),
];
