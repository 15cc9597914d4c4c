import type { z } from "zod";
import type { StaffScope } from "@/lib/auth/scope";
import { type Outcome, refuse } from "@/lib/outcome";
import { saveProperty } from "@/lib/people/properties";
import { propertyDetails } from "@/lib/people/sent";
import { acceptFile } from "@/lib/storage/accept";
import { addPhoto } from "./photos";
import type { orderForm } from "./sent";
import { createWorkOrder, editWorkOrder, type WorkOrder } from "./work-order";

type Sent = z.output<typeof orderForm>;

/**
 * Saves the form of a work order: a new one or a change, at a property that is chosen or written down with it, with its
 * photos. A photo that can't be taken is refused before anything is saved.
 */
export async function saveOrder(scope: StaffScope, sent: Sent): Promise<Outcome<WorkOrder>> {
  const photos = await acceptAll(sent.photos);
  if (!photos.ok) return photos;
  const propertyId = sent.propertyId ?? (await writeDownProperty(scope, sent));
  if (typeof propertyId !== "string") return propertyId;
  const order = {
    title: sent.title,
    scope: sent.scope,
    trade: sent.trade,
    ceilingCents: sent.ceiling,
    propertyId,
  };
  const saved =
    sent.orderId && sent.version !== undefined
      ? await editWorkOrder(scope, { orderId: sent.orderId, version: sent.version }, order)
      : await createWorkOrder(scope, order);
  if (!saved.ok) return saved;
  for (const photo of photos.value) await addPhoto(scope, saved.value.id, photo);
  return saved;
}

async function acceptAll(sent: File[]) {
  const accepted = [];
  for (const file of sent) {
    const taken = await acceptFile(file);
    if (!taken.ok) return taken;
    if (!taken.value.contentType.startsWith("image/")) return refuse("unsupported-file", { field: "photos" });
    accepted.push(taken.value);
  }
  return { ok: true as const, value: accepted };
}

async function writeDownProperty(scope: StaffScope, sent: Sent) {
  const details = propertyDetails.safeParse(sent);
  if (!details.success) {
    return refuse("invalid", {
      field: "propertyId",
      sentence: "Choose a property, or write down its street and suburb.",
    });
  }
  const property = await saveProperty(scope, null, details.data);
  return property.ok ? property.value.id : property;
}
