import { and, eq, inArray, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { members } from "@/db/schema/tenants";
import type { StaffScope } from "@/lib/auth/scope";
import type { BankDetails } from "./change";

/** Whose word on bank details counts: what somebody proposed or confirmed does so only as long as they still may. */
const may = and(eq(members.active, true), inArray(members.role, ["owner", "manager"]));

/** Everybody who may change bank details now. */
export const whoMay = (tx: Tx) => tx.select({ id: members.id }).from(members).where(may);

/** The others of the office who may change bank details. */
export function othersWhoMay(tx: Tx, { actor }: StaffScope): Promise<{ name: string }[]> {
  return tx
    .select({ name: members.name })
    .from(members)
    .where(and(ne(members.id, actor.memberId), may))
    .orderBy(members.name);
}

/** One of the two who set details, and may do so no more. */
export type Gone = { name: string; did: "proposed" | "confirmed" };

/** Of the two who proposed and confirmed details, one who may no more; undefined where both still may. */
export async function goneOf(
  tx: Tx,
  { proposedBy, confirmedBy }: Pick<BankDetails, "proposedBy" | "confirmedBy">,
): Promise<Gone | undefined> {
  const two = [proposedBy, confirmedBy].filter((id) => id !== null);
  const found = await tx
    .select({ id: members.id, name: members.name, still: sql<boolean>`${may}` })
    .from(members)
    .where(inArray(members.id, two));
  const gone = found.find(({ still }) => !still);
  return gone && { name: gone.name, did: gone.id === proposedBy ? "proposed" : "confirmed" };
}

/** What has become of such details, and what to do about it. */
export const goneWords = ({ name, did }: Gone) =>
  `${name}, who ${did} them, is no longer an owner or manager of your office, so these details don’t take effect. Take them back, and two of you can propose and confirm them anew.`;
