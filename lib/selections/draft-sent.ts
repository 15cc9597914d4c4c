import { z } from "zod";
import { parseCents } from "@/lib/money";
import { isUuid } from "@/lib/uuid";

/** A sheet's draft as its form sends it: every item and option has fields of its own, named `what:id`. */

export type DraftAct = { does: (typeof acts)[number]; of: string };

const acts = ["add-item", "add-option", "remove", "up", "down"] as const;

type ItemWords = { name: string; about: string; allowanceCents: number; dueOn: string | null };
type OptionWords = { name: string; about: string; priceCents: number };

export type SheetDraft = {
  id: string;
  version: number;
  act: DraftAct | null;
  items: ({ id: string } & ItemWords)[];
  options: ({ id: string } & OptionWords)[];
};

const name = z.string().trim().max(160, "A name can have at most 160 characters.");
const about = z.string().trim().max(300, "That is longer than 300 characters.");
const day = z.union([z.literal("").transform(() => null), z.iso.date("That isn’t a day.")]);

/** An amount as it is typed; `none` where it was left empty. */
const cents = (none: number | undefined, sentence: string) =>
  z.string().transform((typed, context) => {
    const amount = typed.trim() === "" ? none : parseCents(typed);
    if (amount === undefined) context.addIssue({ code: "custom", message: sentence });
    return amount ?? 0;
  });

const item = z.strictObject({
  name,
  about,
  allowance: cents(0, "Write the allowance as an amount, like 4,200.00."),
  due: day,
});
const option = z.strictObject({
  name,
  about,
  price: cents(undefined, "Write the price as an amount, like 5,460.00."),
});

const act = z
  .string()
  .transform((text) => text.split(":"))
  .pipe(
    z.union([
      z.tuple([z.literal("")]).transform(() => null),
      z.tuple([z.literal("add-item")]).transform(([does]) => ({ does, of: "" })),
      z.tuple([z.enum(acts).exclude(["add-item"]), z.uuid()]).transform(([does, of]) => ({ does, of })),
    ]),
  );

/** The fields of what has an id, by that id: `item:name:<id>` and `option:price:<id>`. */
export const sheetDraft = z
  .object({ id: z.uuid(), version: z.coerce.number().int().positive(), act: act.default(null) })
  .catchall(z.string())
  .transform(({ id, version, act: tapped, ...fields }, context): SheetDraft => {
    const read = <Schema extends z.ZodType>(kind: string, schema: Schema) =>
      Object.entries(grouped(fields, kind)).flatMap(([of, words]) => {
        const parsed = schema.safeParse(words);
        if (parsed.success) return [{ id: of, words: parsed.data }];
        for (const issue of parsed.error.issues)
          context.addIssue({
            code: "custom",
            message: issue.message,
            path: [`${kind}:${issue.path.join(".")}:${of}`],
          });
        return [];
      });
    return {
      ...{ id, version, act: tapped },
      items: read("item", item).map(({ id: of, words: { allowance, due, ...words } }) => ({
        ...{ id: of, ...words },
        allowanceCents: allowance,
        dueOn: due,
      })),
      options: read("option", option).map(({ id: of, words: { price, ...words } }) => ({
        ...{ id: of, ...words },
        priceCents: price,
      })),
    };
  });

function grouped(fields: Record<string, string>, kind: string): Record<string, Record<string, string>> {
  const groups: Record<string, Record<string, string>> = {};
  for (const [field, text] of Object.entries(fields)) {
    const [of, what = "", id = ""] = field.split(":");
    if (of === kind && isUuid(id)) groups[id] = { ...groups[id], [what]: text };
  }
  return groups;
}

/** A picture for an option, as a form sends it. */
export const optionPicture = z.strictObject({
  documentId: z.uuid(),
  option: z.uuid(),
  file: z.file("Choose a picture first."),
});
