import { expect, test } from "vitest";
import { pagesOf, sizesOf } from "@/e2e/support/read-pdf";
import type { ScopePaper } from "./paper";
import { drawScope } from "./pdf";

const line = (at: number) => ({
  key: `${at}`,
  number: `1.${at}`,
  words: `Work ${at}`,
  amount: `$${at}.00`,
  said: [],
});
const scope = (locale: string, lines: number): ScopePaper => ({
  shop: { name: "Readwell Builders", locale, brandColour: "#8A3A24" },
  ...{ project: "Kitchen", title: "Electrical scope", body: "", revision: 2, sentOn: "Apr 20" },
  groups: [{ name: "Rough-in", lines: Array.from({ length: lines }, (_, at) => line(at + 1)) }],
  ...{ total: "$820.00", answered: "Approved by Ellen Marsh, Wed, Apr 22, 2026." },
});

test("a scope’s PDF is of the size that is common where its shop is, and has every line, the total and who approved it", async () => {
  const pdf = await drawScope(scope("en-US", 40));
  expect(new Set(sizesOf(pdf))).toEqual(new Set(["612 792"]));
  const words = pagesOf(pdf).join("\n");
  expect(words.match(/^Work \d+$/gm)).toHaveLength(40);
  for (const said of ["Readwell Builders", "Revision 2, sent Apr 20", "$820.00", "Approved by Ellen Marsh"])
    expect(words).toContain(said);
  expect(sizesOf(await drawScope(scope("en-AU", 1)))).toEqual(["595.28 841.89"]);
});
