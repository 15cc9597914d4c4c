import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldProblems, fields, fillIn } from "./fields";
import { type Block, type Inline, plainWords, readMarkdown } from "./markdown";

const only = (text: string) => readMarkdown(text)[0];
const text = (words: string): Inline => ({ kind: "text", text: words });

describe("a contract’s text", () => {
  test("has headings, paragraphs, lists, tables, rules and emphasis", () => {
    expect(
      readMarkdown(
        "# Agreement\n\nThe price is **$148,600.00**, paid *once*.\n\n3. Third\n4. Fourth\n\n- a\n  - b\n\n---",
      ),
    ).toEqual([
      { kind: "heading", level: 1, inside: [text("Agreement")] },
      {
        kind: "paragraph",
        inside: [
          text("The price is "),
          { kind: "strong", inside: [text("$148,600.00")] },
          text(", paid "),
          { kind: "em", inside: [text("once")] },
          text("."),
        ],
      },
      {
        kind: "list",
        ordered: true,
        start: 3,
        items: [
          [{ kind: "paragraph", inside: [text("Third")] }],
          [{ kind: "paragraph", inside: [text("Fourth")] }],
        ],
      },
      {
        kind: "list",
        ordered: false,
        start: 1,
        items: [
          [
            { kind: "paragraph", inside: [text("a")] },
            {
              kind: "list",
              ordered: false,
              start: 1,
              items: [[{ kind: "paragraph", inside: [text("b")] }]],
            },
          ],
        ],
      },
      { kind: "rule" },
    ]);
    expect(only("| Stage | Due |\n|---|--:|\n| Deposit | $7,430.00 |")).toMatchObject({
      kind: "table",
      align: [null, "right"],
      head: [[text("Stage")], [text("Due")]],
      rows: [[[text("Deposit")], [text("$7,430.00")]]],
    });
  });

  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- the price doubles -->",
    "[note]: https://evil.example 'hidden'",
    "> quoted",
    "![seal](https://evil.example/x.png)",
    "[here](javascript:alert%281%29)",
    "[here](data:text/html,x)",
    "`code`",
  ])("shows %s as it was typed", (typed) => {
    expect(wordsOf(readMarkdown(typed)).trim()).toBe(typed);
  });

  test("links to an address where it was made a link, and nowhere else", () => {
    expect(only("<https://readwell.example>")).toMatchObject({ inside: [{ kind: "link" }] });
    for (const bare of ["www.x.com", "https://readwell.example/plans", "ellen@marsh.example"])
      expect(only(`See ${bare}, please.`)).toEqual({
        kind: "paragraph",
        inside: [text(`See ${bare}, please.`)],
      });
  });

  test.each(["https://readwell.example/plans", "mailto:office@readwell.example", "tel:+15125550110"])(
    "links to %s",
    (href) => {
      expect(only(`[here](${href})`)).toMatchObject({ inside: [{ kind: "link", href }] });
    },
  );

  test("of a table with more cells than its heading hides nothing", () => {
    expect(wordsOf(readMarkdown("| a | b |\n|---|---|\n| 1 | 2 | and a fee |"))).toContain("and a fee");
  });

  test("keeps every letter that was written, whatever was written", () => {
    const piece = fc.constantFrom(
      ..."# |- *_[]()<>!`~:1a\n".split(""),
      "\n\n",
      "word ",
      "| a | b |\n|---|---|\n",
      "- ",
      "1. ",
      "> ",
      "<b>",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const typed = pieces.join("");
        const kept = wordsOf(readMarkdown(typed)).match(/[a-z]/g)?.length ?? 0;
        expect(kept).toBe(typed.match(/[a-z]/g)?.length ?? 0);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([">".repeat(20_000), "+ ".repeat(10_000), "1. ".repeat(6_000)])(
    "of marks within marks is read without end nor fault",
    (typed) => {
      expect(readMarkdown(`${typed}x`).length).toBeGreaterThan(0);
    },
  );
});

describe("the fields of a contract", () => {
  const values = {
    ...Object.fromEntries(Object.keys(fields).map((name) => [name, ""])),
    "client.name": "Ellen Marsh",
    "project.place": "118 Barton Ave, Austin",
  } as Parameters<typeof fillIn>[1];

  test("are filled in wherever they stand, and those that can’t be are named", () => {
    const filled = fillIn(
      "{{client.name}} and {{ client.name }} at {{partner.name}}, {{clint.name}}.",
      values,
    );
    expect(filled).toEqual({
      text: "Ellen Marsh and Ellen Marsh at {{partner.name}}, {{clint.name}}.",
      unknown: ["{{clint.name}}"],
      empty: ["partner.name"],
    });
    expect(fieldProblems(filled)).toEqual([
      "{{clint.name}} is no field. Choose one from the list, or take it out.",
      "{{partner.name}} is empty. The partner’s name isn’t known yet.",
    ]);
  });

  test.each([
    "*Ellen* [x](mailto:evil)",
    "# Ellen",
    "1. Ellen",
    "- Ellen",
    "{{shop.name}}",
    "a | b",
    "<b>x</b>",
    "www.x.com",
    "https://evil.example/x",
    "<https://evil.example>",
    "ellen@marsh.example",
    "x) [y](https://evil.example",
    "===",
    ":-:",
  ])("are words and nothing else: %s", (name) => {
    const named = { ...values, "client.name": name };
    const { text: filled } = fillIn("{{client.name}}", named);
    const [block] = readMarkdown(filled);
    expect(block?.kind === "paragraph" && plainWords(block.inside)).toBe(name);
    for (const written of [filled, fillIn("Agreed with\n{{client.name}}\n\nand others", named).text])
      expect(JSON.stringify(readMarkdown(written))).not.toMatch(
        /"(?:strong|em|heading|list|link|table|rule)"/,
      );
  });
});

/** All the words of a tree, in order; of a link also where it leads, which the PDF prints. */
function wordsOf(blocks: Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === "rule") return "";
      if (block.kind === "list") return block.items.map(wordsOf).join("\n");
      if (block.kind === "table") return [block.head, ...block.rows].flat().map(plainWords).join(" ");
      return plainWords(block.inside);
    })
    .join("\n");
}
