import { and, asc, eq, gt, inArray, lt, ne } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { appointments } from "@/db/schema/appointments";
import { documents } from "@/db/schema/documents";
import { contacts } from "@/db/schema/people";
import { type Refusal, refuse } from "@/lib/outcome";
import type { Slot } from "./slots";

type Wanted = { documentId: string; crewId: string; time: Slot };

/** Refuses a time at which a crew is somewhere else: says for whom and what, and leads there, where that is still so. */
export async function crewElsewhere(tx: Tx, wanted: Wanted): Promise<Refusal> {
  const other = await readOther(tx, wanted);
  const fields = { from: "That crew is somewhere else then." };
  if (!other) return refuse("busy", { fields, sentence: `${fields.from} ${another}` });
  const { id, clientId, client, title, sentAt } = other;
  const what = `${client}: “${title}”${sentAt ? "" : ", a draft"}`;
  return refuse("busy", {
    fields,
    sentence: `That crew is somewhere else then, for ${what}. ${another}`,
    document: { id, clientId },
  });
}

const another = "Choose another time, or another crew.";

/** What holds any of that time of the crew; of several, the first. */
async function readOther(tx: Tx, { documentId, crewId, time }: Wanted) {
  const { id, contactId: clientId, title, sentAt } = documents;
  const [other] = await tx
    .select({ id, clientId, client: contacts.name, title, sentAt })
    .from(appointments)
    .innerJoin(documents, eq(id, appointments.documentId))
    .innerJoin(contacts, eq(contacts.id, clientId))
    .where(
      and(
        eq(appointments.crewId, crewId),
        inArray(appointments.state, ["proposed", "confirmed"]),
        lt(appointments.startsAt, time.endsAt),
        gt(appointments.endsAt, time.startsAt),
        ne(appointments.documentId, documentId),
      ),
    )
    .orderBy(asc(appointments.startsAt))
    .limit(1);
  return other;
}
