import { sql } from "drizzle-orm";
import { inTenant, type Tx } from "@/db/client";
import { tenants } from "@/db/schema/tenants";
import { doerOf, type StaffScope } from "@/lib/auth/scope";
import { clock, dayIn, shortDay } from "@/lib/dates";
import { record } from "@/lib/events/record";
import { mintForCopy } from "@/lib/links/deliver";
import { issueLink } from "@/lib/links/link";
import { addressesOf } from "@/lib/links/send";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { lockClient } from "@/lib/people/lock-client";

/** At most so many recovery links of one business in any 24 hours. */
export const mostADay = 10;

/**
 * A link that opens once, within 30 minutes, for a client whom no message reaches: answered with this once, to be read out
 * or passed on, and on the record under the member's name. Refuses a client who is not active, an address that is not
 * theirs, and the eleventh of a business in any 24 hours, with when the next may be issued.
 */
export async function issueRecovery(
  scope: StaffScope,
  { client, address }: { client: string; address: string },
): Promise<Outcome<string>> {
  const issued = await inTenant(scope, async (tx) => {
    const found = await lockClient(tx, client);
    if (!found.ok) return found;
    const contact = found.value;
    if (!contact.active) return refuse("contact-inactive");
    if (!addressesOf(contact).includes(address)) return refuse("no-address");
    const waitSeconds = await secondsUntilNext(tx, scope.tenantId);
    if (waitSeconds > 0) return tooMany(tx, waitSeconds);
    const by = doerOf(scope);
    const link = await issueLink(tx, {
      purpose: "recovery",
      holder: { tenantId: scope.tenantId, contactId: client, memberId: null, channel: "copy", address },
      by,
    });
    await record(tx, {
      ...by,
      tenantId: scope.tenantId,
      kind: "link.copied",
      contactId: client,
      linkId: link.id,
    });
    return done(link);
  });
  return issued.ok ? done(await mintForCopy(issued.value)) : issued;
}

/** Whoever issues one for the same business waits in line here, so that a hundred at once are counted one by one. */
async function secondsUntilNext(tx: Tx, tenantId: string): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`recovery ${tenantId}`}, 0))`);
  const [row] = await tx.execute<{ wait: number }>(sql`
    select ceil(extract(epoch from issued_at + interval '1 day' - clock_timestamp()))::int as wait from links
    where purpose = 'recovery' and issued_at > clock_timestamp() - interval '1 day'
    order by issued_at desc offset ${mostADay - 1} limit 1`);
  return Math.max(0, row?.wait ?? 0);
}

async function tooMany(tx: Tx, retryAfterSeconds: number) {
  const [tenant] = await tx.select({ zone: tenants.timeZone, locale: tenants.locale }).from(tenants);
  const { zone, locale } = tenant ?? { zone: "UTC", locale: "en-AU" };
  const now = new Date();
  // The first whole minute after the wait: whoever comes then is not sent away again.
  const next = new Date(Math.ceil((now.getTime() + retryAfterSeconds * 1000) / 60_000) * 60_000);
  const day = dayIn(next, zone) === dayIn(now, zone) ? "" : ` on ${shortDay(next, zone, locale)}`;
  const sentence = `An office can issue ${mostADay} recovery links a day. You can issue the next one at ${clock(next, zone, locale)}${day}.`;
  return refuse("too-many-requests", { retryAfterSeconds, sentence });
}
