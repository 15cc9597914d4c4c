import { eq } from "drizzle-orm";
import { reportPhotos, serviceReports } from "@/db/schema/reports";
import { tenants } from "@/db/schema/tenants";
import { dayAndClock } from "@/lib/dates";
import type { Kind } from "@/lib/documents/trunk";
import { done, refuse } from "@/lib/outcome";
import { isWritten } from "./reading";
import { readReportRow } from "./report";

/**
 * What a service report has beyond its document. A copy has what is measured and not what it came to, since the visit is
 * another one; and for the same client the photos too.
 */
export const reportKind: Kind = {
  begin: async (tx, { id: documentId }) => {
    await tx.insert(serviceReports).values({ documentId });
  },
  ready: async (tx, _scope, { id, body }) => {
    const { visitedAt, doneBy, readings: rows, photos } = await readReportRow(tx, id);
    const readings = rows.filter(isWritten);
    if (!body.trim() && readings.length === 0 && photos.length === 0) {
      return refuse("invalid", { sentence: nothingYet });
    }
    const half = readings.find(({ name, value }) => !name || !value);
    if (half) return refuse("invalid", { sentence: isHalf(half) });
    const [tenant] = await tx.select().from(tenants);
    const when = visitedAt && tenant && dayAndClock(visitedAt, tenant.timeZone, tenant.locale);
    return done({ occasion: "sent", says: { ...(when && { when }), ...(doneBy && { by: doneBy }) } });
  },
  copy: async (tx, from, to) => {
    const { doneBy, readings, photos } = await readReportRow(tx, from.id);
    const unmeasured = readings.filter(isWritten).map((reading) => ({ ...reading, value: "" }));
    await tx
      .update(serviceReports)
      .set({ doneBy, readings: unmeasured })
      .where(eq(serviceReports.documentId, to.id));
    if (from.contactId !== to.contactId) return;
    const copies = photos.map(({ fileId, caption, place }) => ({
      documentId: to.id,
      fileId,
      caption,
      place,
    }));
    if (copies.length > 0) await tx.insert(reportPhotos).values(copies);
  },
};

const nothingYet =
  "There’s nothing in this report yet. Write what was done, or add a reading or a photo, and send it then.";

const isHalf = ({ name, value }: { name: string; value: string }) =>
  name ? `The reading “${name}” has no value yet.` : `The reading “${value}” has no name yet.`;
