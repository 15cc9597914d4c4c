import { projectFiles, projectMembers, type projects } from "./schema/projects";
import { members } from "./schema/tenants";
import type { SeedTx } from "./seed";
import type { StoryClock } from "./seed-clock";
import { onePagePdf, storeFile } from "./seed-files";

/** Whom Readwell’s clients meet; the second looks after what they are sent. */
const readwellTeam = [
  {
    name: "Cal Readwell",
    email: "cal@readwell.example",
    phone: "+15125550119",
    role: "owner" as const,
    jobTitle: "Builder",
  },
  {
    name: "June Okafor",
    email: "june@readwell.example",
    phone: "+15125550163",
    role: "manager" as const,
    jobTitle: "Project manager",
  },
];

export async function seedReadwellTeam(
  tx: SeedTx,
  tenantId: string,
): Promise<{ id: string; name: string }[]> {
  return tx
    .insert(members)
    .values(readwellTeam.map((member) => ({ ...member, tenantId })))
    .returning({ id: members.id, name: members.name });
}

/** A file that a project shares, and how many days ago it was. */
const shared = [
  { title: "Plans, revision C", day: -10, lines: ["Readwell Builders", "Plans, revision C", "Sheet A-4"] },
  { title: "Insurance certificate 2026", day: -25, lines: ["Readwell Builders", "Certificate of insurance"] },
];

type Home = { tenantId: string; projectId: string; team: { id: string }[] };

/** What the client of a project finds at home: where it stands, whom they meet, and what they may read. */
export async function seedProjectHome(
  tx: SeedTx,
  { tenantId, projectId, team }: Home,
  { clock, filesDir }: { clock: StoryClock; filesDir: string },
): Promise<void> {
  for (const [place, { id }] of team.entries())
    await tx.insert(projectMembers).values({ tenantId, projectId, memberId: id, place });
  for (const { title, day, lines } of shared) {
    const content = onePagePdf(lines);
    const fileId = await storeFile(tx, tenantId, filesDir, {
      ...{ name: `${title}.pdf`, contentType: "application/pdf", content },
    });
    await tx
      .insert(projectFiles)
      .values({ tenantId, projectId, fileId, title, createdAt: clock(day, "10:00") });
  }
}

/** What a project of the story is stored as: its second stage, and the work begins on a Monday two weeks away. */
export function projectOf(clock: StoryClock): Pick<typeof projects.$inferInsert, "stage" | "startsOn"> {
  const weekday = clock(0, "12:00").getUTCDay();
  return { stage: 1, startsOn: dayOf(clock(14 + ((8 - weekday) % 7), "12:00")) };
}

/** `2026-04-24`, of a noon. */
export const dayOf = (noon: Date): string => noon.toISOString().slice(0, 10);
