import { beforeEach } from "vitest";
import type { AtDocument } from "@/lib/auth/scope";
import { type Chosen, choose } from "@/lib/selections/choose";
import { readClientSheet } from "@/lib/selections/for-client";
import { handIn } from "@/lib/selections/hand-in";
import { skip } from "@/lib/selections/total";
import { database, eachAtReadwell, readwell } from "./at-readwell";
import { makeDocument } from "./clients";
import { atDocument, ellenOf, tomOf } from "./scopes";
import { idsOn } from "./sheets";

/** A selection sheet of each test's own, which was sent to Ellen and Tom and which Sam looks after. */
export let sheet: string;
export let ellen: AtDocument;
export let tom: AtDocument;
/** The id of an item or an option by its name. */
export let id: (name: string) => string;

export function eachAtSheet(): void {
  eachAtReadwell(20);
  beforeEach(async () => {
    await lay({ draft: false });
    const { address, sam } = readwell;
    await database.owner`
      update documents set member_id = ${sam}, addressed_to = ${[address.ellen, address.tom]} where id = ${sheet}`;
    [ellen, tom] = [atDocument(ellenOf(readwell), sheet), atDocument(tomOf(readwell), sheet)];
  });
}

/** The same while the office still writes it. */
export function eachAtSheetDraft(): void {
  eachAtReadwell();
  beforeEach(() => lay({ draft: true }));
}

async function lay(as: { draft: boolean }): Promise<void> {
  sheet = await makeDocument(database.owner, readwell, "selections", as);
  const ids = await idsOn(database.owner, sheet);
  id = (name) => ids.get(name) ?? "";
}

/** One of them chooses, by the names of item and option. */
export const pick = (who: AtDocument, item: string, choice: string) =>
  choose(who, { item: id(item), choice: choice === skip ? skip : id(choice) });

/** Ellen wants soapstone, and Tom no backsplash: everything is decided. */
export async function bothChoose() {
  await pick(ellen, "Countertops", "Soapstone, oiled");
  await pick(tom, "Backsplash", skip);
}

export const readAs = (who: AtDocument) => readClientSheet(who, sheet, new Date());

/** What is decided on the sheet, as its page shows it now. */
export const seen = async () => {
  const { items } = await readAs(ellen);
  return items.flatMap(({ id: item, verdict }) =>
    verdict.state === "decided" ? [{ item, pick: verdict.pick }] : [],
  );
};

/** One of them sends in what their page shows, with what they chose last. */
export const sendIn = async (who: AtDocument, last: Partial<Chosen> = {}) =>
  handIn(who, { ...last, seen: await seen() });

/** How often something happened to the sheet. */
export const happened = async (kind: string) =>
  (await database.owner`select 1 from events where document_id = ${sheet} and kind = ${kind}`).length;
