import { selectionChoices, selectionItems, selectionOptions } from "./schema/selections";
import { storeFile } from "./seed-files";
import type { Fill, Filling } from "./seed-kinds";
import { type Surface, surfacePicture, surfaceSize } from "./seed-surfaces";

type OptionStory = { name: string; about: string; cents: number; surface?: Surface };
type ItemStory = {
  name: string;
  about: string;
  allowanceCents: number;
  options: OptionStory[];
  /** What Ellen chose of it, by its place; nothing where it is open. */
  chosen?: number;
};

/** The day by which everything is asked for, counted from today. */
const dueInDays = 6;

const items: ItemStory[] = [
  {
    name: "Cabinets",
    about: "14 boxes, installed",
    allowanceCents: 1_450_000,
    chosen: 1,
    options: [
      { name: "Shaker, painted", about: "Any of twelve colors", cents: 1_450_000, surface: "painted" },
      { name: "Slab, white oak", about: "Rift cut, oiled", cents: 1_512_000, surface: "oak" },
    ],
  },
  {
    name: "Cabinet hardware",
    about: "32 pulls",
    allowanceCents: 90_000,
    chosen: 0,
    options: [
      { name: "Bar pull, brushed", about: "5 in", cents: 84_000, surface: "steel" },
      { name: "Edge pull, oak", about: "Set into the door", cents: 112_000, surface: "oak" },
    ],
  },
  {
    name: "Flooring",
    about: "310 sq ft, installed",
    allowanceCents: 780_000,
    chosen: 0,
    options: [
      { name: "White oak, natural", about: "Sanded on site", cents: 780_000, surface: "oak" },
      { name: "Maple, oiled", about: "Lightens the room", cents: 742_000, surface: "butcher block" },
    ],
  },
  {
    name: "Appliances",
    about: "range, hood, dishwasher and fridge",
    allowanceCents: 840_000,
    chosen: 1,
    options: [
      { name: "Gas range set", about: "30 in", cents: 840_000, surface: "steel" },
      {
        name: "Induction range set",
        about: "30 in, needs the 50 A circuit",
        cents: 888_000,
        surface: "steel",
      },
    ],
  },
  {
    name: "Paint",
    about: "two coats, walls and trim",
    allowanceCents: 150_000,
    chosen: 0,
    options: [{ name: "Soft sage", about: "Washable matte", cents: 150_000, surface: "painted" }],
  },
  {
    name: "Countertops",
    about: "42 sq ft, installed",
    allowanceCents: 420_000,
    options: [
      { name: "Calder quartz, honed", about: "No sealing needed", cents: 420_000, surface: "marble" },
      { name: "Soapstone, oiled", about: "Darkens with age", cents: 546_000, surface: "soapstone" },
      { name: "Maple butcher block", about: "Oil twice a year", cents: 322_000, surface: "butcher block" },
      { name: "Llano granite, polished", about: "Seal once a year", cents: 454_000, surface: "granite" },
    ],
  },
  {
    name: "Backsplash",
    about: "30 sq ft, installed",
    allowanceCents: 110_000,
    options: [
      { name: "White zellige", about: "Each tile a little different", cents: 131_000, surface: "zellige" },
      { name: "Green subway", about: "Glossy, with gray grout", cents: 118_500, surface: "green tile" },
      { name: "Painted wall", about: "As the other walls", cents: 46_000, surface: "painted" },
    ],
  },
  {
    name: "Sink and faucet",
    about: "fitted and connected",
    allowanceCents: 160_000,
    options: [
      { name: "Undermount, steel", about: "30 in, one bowl", cents: 160_000, surface: "steel" },
      { name: "Soapstone, same slab", about: "Goes with the counter", cents: 229_000, surface: "soapstone" },
    ],
  },
];

/** The kitchen’s choices: five are made, and three are open. */
export const fillSelections: Fill = async (filling) => {
  const pictures = new Map<Surface, string>();
  for (const [place, item] of items.entries()) await fillItem(filling, { item, place, pictures });
};

type Filled = { item: ItemStory; place: number; pictures: Map<Surface, string> };

async function fillItem(filling: Filling, { item, place, pictures }: Filled): Promise<void> {
  const { tx, document, clock } = filling;
  const { name, about, allowanceCents, options, chosen } = item;
  const { tenantId, contactId } = document;
  const dueOn = clock(dueInDays, "12:00").toISOString().slice(0, 10);
  const [row] = await tx
    .insert(selectionItems)
    .values({ tenantId, documentId: document.id, place, name, about, allowanceCents, dueOn })
    .returning({ id: selectionItems.id });
  if (!row) throw new Error("An item of the story was not stored.");
  for (const [at, { cents, surface, ...words }] of options.entries()) {
    const fileId = surface ? await pictureOf(filling, surface, pictures) : null;
    const [option] = await tx
      .insert(selectionOptions)
      .values({ tenantId, itemId: row.id, place: at, ...words, priceCents: cents, fileId })
      .returning({ id: selectionOptions.id });
    if (at !== chosen || !option || !document.sentAt) continue;
    const who = { contactId, person: "primary" as const, name: "Ellen Marsh" };
    const chosenAt = clock(-1, "20:10");
    await tx
      .insert(selectionChoices)
      .values({ tenantId, itemId: row.id, ...who, optionId: option.id, chosenAt });
  }
}

/** Each surface is drawn and kept once. */
async function pictureOf(
  { tx, document, filesDir }: Filling,
  surface: Surface,
  kept: Map<Surface, string>,
): Promise<string> {
  const known = kept.get(surface);
  if (known) return known;
  const id = await storeFile(tx, document.tenantId, filesDir, {
    name: `${surface}.jpg`,
    contentType: "image/jpeg",
    content: await surfacePicture(surface),
    ...surfaceSize,
  });
  kept.set(surface, id);
  return id;
}
