import type postgres from "postgres";
import { type Role, type StaffScope, scopeOf } from "@/lib/auth/scope";
import type { Readwell } from "./clients";
import { insert } from "./world";

/** One more person at Readwell’s office, as its gate lets them in. */
export async function hireAtReadwell(
  owner: postgres.Sql,
  { tenantId, suffix }: Readwell,
  name: string,
  role: Role,
): Promise<StaffScope> {
  const email = memberAddress(name, suffix);
  const memberId = await insert(owner, "members", { tenant_id: tenantId, name, email, role });
  const sessionId = "00000000-0000-4000-8000-000000000000";
  return scopeOf(tenantId, { kind: "member", memberId, name, role, sessionId });
}

/** “june-1a2b3c4d@readwell.example” */
export const memberAddress = (name: string, suffix: string) =>
  `${name.split(" ")[0]?.toLowerCase()}-${suffix}@readwell.example`;

/** What clients of Readwell pay to since March 2024, as Sam proposed and somebody else confirmed it. */
export const oldAccount = {
  accountName: "Readwell Builders LLC",
  routing: "111000025",
  accountNumber: "007123456789",
} as const;

/** Puts those in force, as if two members had done it long ago. */
export async function payToOldAccount(owner: postgres.Sql, { tenantId, sam }: Readwell, confirmedBy: string) {
  const { accountName, routing, accountNumber } = oldAccount;
  await insert(owner, "bank_details", {
    ...{ tenant_id: tenantId, state: "in-force", account_name: accountName, bank_name: "First National" },
    ...{ routing, account_number: accountNumber, proposed_by: sam, confirmed_by: confirmedBy },
    in_force_since: new Date("2024-03-03T18:00:00Z"),
  });
}
