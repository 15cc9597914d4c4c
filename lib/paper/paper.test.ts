import { describe, expect, test } from "vitest";
import { pagesOf, sizesOf } from "@/e2e/support/read-pdf";
import { finish, openPaper } from "./paper";
import { facts, table } from "./table";
import { heading, letterhead, words } from "./text";

const shop = { name: "Readwell Builders", locale: "en-US", brandColour: "#8A3B12" };
const open = (of: Partial<typeof shop> = {}) => openPaper({ title: "Kitchen", shop: { ...shop, ...of } });
const numbered = (count: number) => Array.from({ length: count }, (_, at) => `Word${at + 1}`).join(" ");

/** The words of every page as one text, without those at its edge. */
const textOf = (pages: string[]) =>
  pages.map((page) => page.replace(/Page \d+ of \d+/, "").trim()).join("\n");
const wordsIn = (pages: string[]) => textOf(pages).split(/\s+/);

describe("a paper", () => {
  test("is read as it was written, with the shop at its head and a number on each page", async () => {
    const paper = open();
    letterhead(paper, "Kitchen and rear addition");
    heading(paper, 1, "What we build");
    words(paper, [
      { text: "Cabinets in " },
      { text: "white oak", face: "strong" },
      { text: ", to the ceiling." },
    ]);
    const pdf = await finish(paper);
    expect(pagesOf(pdf)).toEqual([
      "Readwell Builders\nKitchen and rear addition\nWhat we build\nCabinets in white oak, to the ceiling.\nPage 1 of 1",
    ]);
    const raw = pdf.toString("latin1");
    for (const mark of ["/Lang (en-US)", "/Marked true", "/S /H1", "/S /P", "/DisplayDocTitle true"])
      expect(raw).toContain(mark);
  });

  test.each([
    ["en-US", "612 792"],
    ["en-CA", "612 792"],
    ["en-AU", "595.28 841.89"],
    ["de-DE", "595.28 841.89"],
  ])("is of the size that is common where its shop is: %s", async (locale, size) => {
    expect(sizesOf(await finish(open({ locale })))).toEqual([size]);
  });

  test("goes on from page to page, and neither loses nor doubles a word", async () => {
    const paper = open();
    words(paper, numbered(3000));
    const pages = pagesOf(await finish(paper));
    expect(pages.length).toBeGreaterThan(3);
    expect(wordsIn(pages)).toEqual(numbered(3000).split(" "));
    expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`);
  });

  test("breaks a word that no line holds", async () => {
    const paper = open();
    words(paper, "W".repeat(500));
    expect(textOf(pagesOf(await finish(paper))).replace(/\s/g, "")).toBe("W".repeat(500));
  });

  test("that can’t be written is refused to who finishes it", async () => {
    const paper = open();
    paper.pen.destroy(new Error("No room is left."));
    await expect(finish(paper)).rejects.toThrow("No room is left.");
  });
});

describe("a table", () => {
  const columns = [{ share: 3 }, { share: 1, align: "right" as const }];

  test("has its head on every page, and a row that would not fit goes to the next one whole", async () => {
    const paper = open();
    const rows = Array.from({ length: 80 }, (_, at) => [`Line ${at + 1}\nand what is done`, `$${at + 1}.00`]);
    table(paper, { columns, head: ["What", "Amount"], rows });
    const pages = pagesOf(await finish(paper));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      expect(page.startsWith("What")).toBe(true);
      expect(page.match(/Line \d+/g)?.length).toBe(page.match(/and what is done/g)?.length);
    }
    expect(textOf(pages).match(/Line \d+/g)).toEqual(rows.map(([what]) => what?.split("\n")[0]));
  });

  test("breaks a row that is taller than a page, each cell on, and draws nothing over anything", async () => {
    const paper = open();
    const cells = [numbered(2500), numbered(400).replaceAll("Word", "Other")];
    table(paper, { columns, rows: [cells, ["After", "it"]] });
    const pages = pagesOf(await finish(paper));
    expect(pages.length).toBeGreaterThan(3);
    const all = wordsIn(pages);
    expect(all.filter((word) => word.startsWith("Word"))).toEqual(cells[0]?.split(" "));
    expect(all.filter((word) => word.startsWith("Other"))).toEqual(cells[1]?.split(" "));
    expect(all.slice(-2)).toEqual(["After", "it"]);
  });

  test("of facts has a row for each", async () => {
    const paper = open();
    facts(paper, [
      ["Job", "Hot water\n12 Fern St"],
      ["Contractor", "Hale Plumbing"],
    ]);
    expect(wordsIn(pagesOf(await finish(paper))).join(" ")).toBe(
      "Job Hot water 12 Fern St Contractor Hale Plumbing",
    );
  });
});
