import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { documents } from "./schema/documents";
import { events } from "./schema/events";
import { contacts } from "./schema/people";
import { scopeComments, scopeLines, scopeRevisions } from "./schema/scopes";
import type { Fill, Filling } from "./seed-kinds";

/** The demo's scopes of work: their revisions, and what was said of them. */

type Moment = { day: number; at: string };
/** A line as the story names it: the same name is the same line in every revision. */
type Line = [name: string, group: string, words: string, dollars: number];
type Said = Moment & { line: string; by: "primary" | "partner" | "office"; words: string; unsent?: true };
type Verdict = Moment & { by: "primary" | "partner" };
type Revision = { sent?: Moment; lines: Line[]; changes?: Verdict; approved?: Verdict; said?: Said[] };
type ScopeStory = { due?: number; revisions: Revision[] };

const kitchenLines: Line[] = [
  ["circuits", "Kitchen", "Two 20 A small-appliance circuits", 780],
  ["range", "Kitchen", "Dedicated 50 A circuit for the induction range", 640],
];
const panel: Line = ["panel", "Panel", "60 A subpanel in the addition", 1150];

const electrical: ScopeStory = {
  due: 7,
  revisions: [
    {
      sent: { day: -5, at: "09:20" },
      lines: [
        ...kitchenLines,
        ["led", "Kitchen", "Under-cabinet LED lighting, 12 ft", 760],
        ["recessed", "Kitchen", "Six recessed lights, 4 in", 1080],
        ["receptacles", "Rear addition", "Eight receptacles at code spacing", 960],
        ["fan", "Rear addition", "Ceiling fan, box and switch", 610],
        ["bell", "Rear addition", "Move the doorbell to the new wall", 180],
        panel,
      ],
      said: [
        {
          ...{ line: "fan", by: "partner", day: -4, at: "19:02" },
          words: "We have a fan already. Can you only put in the box?",
        },
        {
          ...{ line: "bell", by: "partner", day: -4, at: "19:04" },
          words: "We don’t use the bell. Please leave it out.",
        },
        {
          ...{ line: "fan", by: "office", day: -1, at: "10:02" },
          words: "Yes. Box and switch are $320, and you supply the fan.",
        },
      ],
      changes: { by: "partner", day: -4, at: "19:06" },
    },
    {
      sent: { day: -1, at: "10:05" },
      lines: [
        ...kitchenLines,
        ["led", "Kitchen", "Under-cabinet LED lighting, 18 ft, dimmable", 1120],
        ["recessed", "Kitchen", "Six recessed lights, 4 in", 1080],
        ["receptacles", "Rear addition", "Eight receptacles at code spacing", 960],
        ["fan", "Rear addition", "Ceiling fan box and switch. You supply the fan", 320],
        ["patio", "Rear addition", "Outlet and light outside the patio door, right side", 430],
        panel,
      ],
      said: [
        {
          ...{ line: "recessed", by: "primary", day: 0, at: "09:40", unsent: true },
          words: "Can we have eight? The island is 9 ft long.",
        },
      ],
    },
  ],
};

const plumbing: ScopeStory = {
  revisions: [
    {
      sent: { day: -8, at: "14:30" },
      lines: [
        ["sink", "Kitchen", "Move the sink drain and supply to the island", 1480],
        ["dishwasher", "Kitchen", "Dishwasher supply, drain and air gap", 420],
        ["gas", "Kitchen", "Cap the gas line of the old range", 210],
        ["hose", "Rear addition", "Frost-proof hose bib by the patio door", 290],
        ["credit", "Rear addition", "Credit: the old hose bib is used again", -60],
      ],
      approved: { by: "primary", day: -6, at: "08:12" },
    },
  ],
};

const bathroom: ScopeStory = {
  due: 5,
  revisions: [
    {
      sent: { day: -3, at: "17:48" },
      lines: [
        ["strip", "Strip out", "Take out tiles, bath, vanity and toilet, and cart them away", 2650],
        ["sheet", "Strip out", "New wet-area sheeting and a screed to falls", 1980],
        ["proof", "Wet area", "Waterproofing to the standard, with certificate", 1450],
        ["tiles", "Wet area", "Tile the floor, and the walls to the ceiling", 5400],
        ["vanity", "Fittings", "Vanity, 900 mm, with mixer and mirror", 1890],
        ["shower", "Fittings", "Shower with screen, rail and drain", 2340],
        ["toilet", "Fittings", "Wall-faced toilet suite", 920],
      ],
    },
  ],
};

const windowSeat: ScopeStory = {
  revisions: [
    {
      lines: [
        ["seat", "Window seat", "Window seat on the north wall, 7 ft, with three drawers", 2150],
        ["shelf", "Window seat", "Bookshelf beside it, to the sill", 640],
      ],
    },
  ],
};

const stories: Record<string, ScopeStory> = {
  "Electrical scope": electrical,
  "Plumbing scope": plumbing,
  "27 Bull St, new bathroom": bathroom,
  "Rear addition, second look": windowSeat,
};

/** Writes the revisions of a scope of the story; one that has none gets an empty draft. */
export const fillScope: Fill = async (filling) => {
  const { tx, document, clock } = filling;
  const story = stories[document.title] ?? { revisions: [{ lines: [] }] };
  const keys = new Map<string, string>();
  for (const [place, revision] of story.revisions.entries())
    await fillRevision(filling, revision, { number: place + 1, keys });
  const first = story.revisions[0]?.sent;
  const last = story.revisions.at(-1)?.approved;
  const dueOn = story.due === undefined ? null : clock(story.due, "12:00").toISOString().slice(0, 10);
  await tx
    .update(documents)
    .set({
      dueOn: document.dueOn ?? dueOn,
      ...(first && { sentAt: clock(first.day, first.at) }),
      ...(last && { answeredAt: clock(last.day, last.at), answeredAs: "approved" as const }),
    })
    .where(eq(documents.id, document.id));
};

type Numbered = { number: number; keys: Map<string, string> };

async function fillRevision(filling: Filling, revision: Revision, { number, keys }: Numbered): Promise<void> {
  const { tx, document, clock } = filling;
  const { sent, lines, approved, changes, said = [] } = revision;
  const of = { tenantId: document.tenantId, documentId: document.id };
  const names = await namesOf(filling);
  const at = (moment: Moment | undefined) => (moment ? clock(moment.day, moment.at) : null);
  await tx.insert(scopeRevisions).values({
    ...{ ...of, number, sentAt: at(sent) },
    ...{ approvedAt: at(approved), approvedBy: approved ? names[approved.by] : null },
    ...{ changesRequestedAt: at(changes), changesRequestedBy: changes ? names[changes.by] : null },
  });
  const keyOf = (name: string) => {
    const key = keys.get(name) ?? randomUUID();
    keys.set(name, key);
    return key;
  };
  if (lines.length > 0)
    await tx.insert(scopeLines).values(
      lines.map(([name, group, words, dollars], place) => ({
        ...{ ...of, revision: number, key: keyOf(name), group, place, words, amountCents: dollars * 100 },
      })),
    );
  for (const comment of said) {
    const { line, by, words, unsent } = comment;
    const createdAt = at(comment) ?? undefined;
    const writer =
      by === "office" ? { memberId: filling.member.id } : { contactId: document.contactId, person: by };
    const sentAt = unsent ? null : createdAt;
    const what = { revision: number, lineKey: keyOf(line), name: names[by], words, createdAt, sentAt };
    await tx.insert(scopeComments).values({ ...of, ...writer, ...what });
  }
  await tellVerdict(filling, revision, { number, names });
}

type Names = Record<"primary" | "partner" | "office", string>;

async function namesOf({ tx, document, member }: Filling): Promise<Names> {
  const [contact] = await tx.select().from(contacts).where(eq(contacts.id, document.contactId));
  if (!contact) throw new Error("A scope of the story has no client.");
  return { primary: contact.name, partner: contact.partnerName ?? contact.name, office: member.name };
}

async function tellVerdict(
  { tx, document, clock }: Filling,
  { approved, changes, said = [] }: Revision,
  { number, names }: { number: number; names: Names },
): Promise<void> {
  const verdict = approved ?? changes;
  if (!verdict) return;
  const detail = { title: document.title, revision: number, person: verdict.by };
  const count = said.filter(({ by }) => by !== "office").length;
  await tx.insert(events).values({
    ...{ tenantId: document.tenantId, contactId: document.contactId, documentId: document.id },
    ...{ actor: "contact" as const, actorId: document.contactId, actorName: names[verdict.by] },
    kind: approved ? "scope.approved" : "scope.changes-requested",
    at: clock(verdict.day, verdict.at),
    detail: approved ? detail : { ...detail, count },
  });
}
