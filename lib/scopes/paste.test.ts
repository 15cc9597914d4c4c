import { describe, expect, test } from "vitest";
import { readPasted } from "./paste";

/** The lines of a table whose cells are parted by strokes; or why it is refused. */
function read(...rows: string[]) {
  const outcome = readPasted(rows.join("\n").replace(/ *\| ?/g, "\t"), "General");
  return outcome.ok
    ? outcome.value.map(({ group, words, amountCents }) => [group, words, amountCents])
    : outcome.detail.sentence;
}

describe("a pasted table without names", () => {
  test("is words and amount, with a number or the group before them, and headings of one cell", () => {
    const table =
      "Kitchen\r\n1.1\tTwo circuits\t$780.00\r\n\r\nUnder-cabinet LED\t1,120\r\nPanel\tSubpanel\t−40.00";
    expect(readPasted(table, "General")).toEqual({
      ok: true,
      value: [
        { group: "Kitchen", words: "Two circuits", amountCents: 78_000 },
        { group: "Kitchen", words: "Under-cabinet LED", amountCents: 112_000 },
        { group: "Panel", words: "Subpanel", amountCents: -4_000 },
      ],
    });
    expect(read("Fan box|320")).toEqual([["General", "Fan box", 32_000]]);
    expect(read("1|Kitchen", "1.1|Fan box|320", "2.|Panel", "2.1|Old panel taken back|(120.00)")).toEqual([
      ["Kitchen", "Fan box", 32_000],
      ["Panel", "Old panel taken back", -12_000],
    ]);
  });

  test("takes a quantity, a unit and a price only where they add up to the total beside them", () => {
    const six = [["General", "Recessed lights, 6 ea", 108_000]];
    expect(read("1.4|Recessed lights|6|ea|180.00|1,080.00")).toEqual(six);
    expect(read("Recessed lights|6|ea|180.00|1,080.00")).toEqual(six);
    expect(read("Recessed lights|6|180.00|1,080.00")).toEqual([["General", "Recessed lights, 6", 108_000]]);
    expect(read("Cable|2.5|h|99.99|249.98")).toEqual([["General", "Cable, 2.5 h", 24_998]]);
  });

  test.each([
    ["Recessed lights|6|180.00", 3],
    ["1.4|Recessed lights|6|ea|180.00", 5],
    ["Recessed lights|6|ea|180.00", 4],
    ["Recessed lights|6|ea|180.00|1,000.00", 5],
    ["Recessed lights|4 in|Kitchen|180.00", 4],
  ])("is refused where an amount may be of one or of all: %s", (row, columns) => {
    expect(read("Fan box|320", row)).toBe(
      `Row 2 has ${columns} columns, and which is which can’t be told. Name the columns in the first row: No., Group, Item, Quantity, Unit, Price, Total.`,
    );
  });

  test("is refused by the place of a row without an amount, and where no row has one", () => {
    expect(read("Fan box|320", "Lights|six")).toBe(
      "Row 2 ends in “six”, which isn’t an amount. Put the amount into the last column.",
    );
    expect(read("")).toMatch(/^There is no row with an amount/);
    expect(read("Fan box, 320", "Lights, 600")).toMatch(/^There is no row with an amount/);
    expect(read(`${"a".repeat(501)}|320`)).toMatch(/^Row 1 is too long/);
  });
});

describe("a cell of several lines, as a spreadsheet puts it between quotes", () => {
  test("is one cell, and its row is counted as one", () => {
    expect(read("Kitchen", '"Recessed lights\n(4 inch), ""slim"""|320', "Fan box|40")).toEqual([
      ["Kitchen", 'Recessed lights (4 inch), "slim"', 32_000],
      ["Kitchen", "Fan box", 4_000],
    ]);
    expect(read("Item|Price", '"Fan box\r\nin the bath"|320')).toEqual([
      ["General", "Fan box in the bath", 32_000],
    ]);
    expect(read('"Two\nlines"|320', "Lights|six")).toMatch(/^Row 2 ends in “six”/);
  });

  test("is told from quotes that somebody wrote", () => {
    expect(read('"Old" panel|320', 'Pipe 6"|40', '"New"|20')).toEqual([
      ["General", '"Old" panel', 32_000],
      ["General", 'Pipe 6"', 4_000],
      ["General", '"New"', 2_000],
    ]);
    expect(read("Item|Unit|Price", 'Fan box|"|320', 'Lights|"|40')).toEqual([
      ["General", "Fan box", 32_000],
      ["General", "Lights", 4_000],
    ]);
  });
});

describe("a pasted table whose first row names its columns", () => {
  test("is read by those names, in any order, with empty cells", () => {
    expect(
      read(
        "No.|Item|Qty|Unit|Price ($)",
        "|Kitchen||| ",
        "1.1|Recessed lights|6|ea|180.00",
        "1.2|Dimmer|1||$95",
        "1.3|Permit|||140",
        "|Total|||1,315",
      ),
    ).toEqual([
      ["Kitchen", "Recessed lights, 6 ea", 108_000],
      ["Kitchen", "Dimmer", 9_500],
      ["Kitchen", "Permit", 14_000],
    ]);
    expect(read("Total|Description|Room", "320|Fan box|Bath", "-120|Old fan taken back|")).toEqual([
      ["Bath", "Fan box", 32_000],
      ["General", "Old fan taken back", -12_000],
    ]);
  });

  test("takes the total where there is one, whatever a rounded price comes to", () => {
    expect(read("Item|Quantity|Price|Total", "Tile|3|33.33|100.00")).toEqual([
      ["General", "Tile, 3", 10_000],
    ]);
  });

  test("is refused where a name is none of ours or comes twice, and where words or an amount are missing", () => {
    expect(read("Item|Labour|Materials", "Fan box|100|220")).toMatch(/^The first row has “Labour” in it/);
    expect(read("Item|Amount|Total", "Fan box|100|220")).toMatch(/^The first row names “Total” twice over/);
    expect(read("Item|Price", "Fan box|320|in the bath")).toMatch(
      /^Row 2 has “in the bath” in a column that the first row doesn’t name/,
    );
    expect(read("Item|Price", "Fan box|320|450")).toMatch(/^Row 2 has “450” in a column/);
    expect(read("|Item|Price", "1.1|Fan box|320", "1.2|Permit|")).toMatch(/^Row 3 has no amount/);
    expect(read("Item|Unit", "Fan box|ea")).toMatch(/^The first row names no column for what is done/);
    expect(read("Item|Quantity|Price", "Fan box|two|160")).toBe(
      "Row 2 has “two”, which isn’t a quantity. Write it as a number alone.",
    );
    expect(read("Item|Quantity|Price", "Fan box|2|")).toMatch(/^Row 2 has no amount/);
    expect(read("Item|Price", "Fan box|tba")).toMatch(/^Row 2 has “tba”, which isn’t an amount/);
    expect(read("No.|Item|Price", "1.1||160", "1.2|Fan|20")).toMatch(
      /^Row 2 has an amount and doesn’t say what/,
    );
  });
});
