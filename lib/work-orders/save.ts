import type { z } from "zod";
import { inTenant, type Tx } from "@/db/client";
import type { StaffScope } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { type PropertyDetails, writeProperty } from "@/lib/people/properties";
import { propertyDetails } from "@/lib/people/sent";
import { approveWithinCeiling } from "./contractor-invoice";
import { lockStaged, putPhotos } from "./photos";
import type { orderForm } from "./sent";
import { editWorkOrder, lockFresh, type WorkOrder, writeDraft } from "./work-order";

type Sent = z.output<typeof orderForm>;

/**
 * Saves the form of a work order in one transaction: a new one or a change, at a property that is chosen or written down
 * with it, with the photos that were sent ahead. Whatever is refused is refused before anything is written.
 */
export async function saveOrder(scope: StaffScope, sent: Sent): Promise<Outcome<WorkOrder>> {
  const place = placeOf(sent);
  if (!place.ok) return place;
  return inTenant(scope, async (tx) => {
    const { orderId, version, photoIds } = sent;
    const before = orderId ? await lockFresh(tx, { orderId, version }) : done(null);
    if (!before.ok) return before;
    const photos = await lockStaged(tx, scope, photoIds);
    if (!photos.ok) return photos;
    const propertyId = await propertyAt(tx, scope, place.value);
    if (!propertyId.ok) return propertyId;
    const order = {
      title: sent.title,
      scope: sent.scope,
      trade: sent.trade,
      ceilingCents: sent.ceiling ?? null,
      propertyId: propertyId.value,
    };
    const saved = before.value
      ? await editWorkOrder(tx, scope, before.value, order)
      : await writeDraft(tx, scope, order);
    if (!saved.ok) return saved;
    if (before.value?.ceilingCents !== order.ceilingCents) await approveWithinCeiling(tx, scope, saved.value);
    await putPhotos(tx, scope, saved.value, photoIds);
    return saved;
  });
}

/** A property's id, or what a new one is made of. */
type Place = string | PropertyDetails;

function placeOf(sent: Sent): Outcome<Place> {
  if (sent.propertyId) return done(sent.propertyId);
  const details = propertyDetails.safeParse(sent);
  if (details.success) return done(details.data);
  return refuse("invalid", {
    field: "propertyId",
    sentence: "Choose a property, or write down its street and suburb.",
  });
}

async function propertyAt(tx: Tx, scope: StaffScope, place: Place): Promise<Outcome<string>> {
  if (typeof place === "string") return done(place);
  const written = await writeProperty(tx, scope, place);
  return written.ok ? done(written.value.id) : written;
}
