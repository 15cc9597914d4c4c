import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { linkRequests, links } from "@/db/schema/links";
import { sha256 } from "@/lib/sha256";
import { messagesAnHour, type Purpose } from "./policy";

/** What is counted together: one purpose to one address, and in one business where the link is not a sign-in link. */
export type Counted = { purpose: Purpose; address: string; tenantId: string | null };

/**
 * How a link to that address is counted: in its business; a sign-in link, which every business may answer, with all that
 * were asked for, and with what this business sent.
 */
export const countedAs = (purpose: Purpose, address: string, tenantId: string): Counted => ({
  purpose,
  address,
  tenantId: purpose === "portal-login" ? null : tenantId,
});

/** Under which a request is counted: a hash, since it may be a stranger's address. */
export const countedUnder = ({ address, tenantId }: Counted): Buffer =>
  sha256(tenantId ? `${tenantId} ${address}` : address);

/**
 * Seconds until one more message of this purpose may go to this address; 0 when it may go now. Everyone who asks for
 * the same address waits in line here, so that a hundred at once are counted one by one. A request counts once, however
 * many links answer it; links that the office sends count each, and links that it copies are no messages.
 */
export async function secondsUntilNext(tx: Tx | Db, counted: Counted): Promise<number> {
  const { purpose, address, tenantId } = counted;
  const ofTenant = tenantId ? sql`and tenant_id = ${tenantId}` : sql``;
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${purpose} ${tenantId ?? ""} ${address}`}, 0))`,
  );
  const [row] = await tx.execute<{ wait: number | null }>(sql`
    select ceil(extract(epoch from asked_at + interval '1 hour' - clock_timestamp()))::int as wait from (
      select issued_at as asked_at from ${links}
      where purpose = ${purpose} and address = ${address} and issued_at > clock_timestamp() - interval '1 hour'
        and asked_by is null and channel <> 'copy' ${ofTenant}
      union all
      select asked_at from ${linkRequests}
      where purpose = ${purpose} and address_hash = ${countedUnder(counted)} and asked_at > clock_timestamp() - interval '1 hour'
    ) asked order by asked_at desc offset ${messagesAnHour - 1} limit 1`);
  return Math.max(0, row?.wait ?? 0);
}
