import { type SQL, sql } from "drizzle-orm";
import { inTenant } from "@/db/client";
import type { ContractorScope } from "@/lib/auth/scope";
import { done, type Outcome, refuse } from "@/lib/outcome";
import { isWithContractor, type Status } from "./machine";
import type { BillState } from "./views";

/** A job as the contractor who has it may read it. */
export type Sheet = {
  order: {
    number: number;
    status: Status;
    title: string;
    scope: string;
    ceilingCents: number | null;
    currency: string;
    sentAt: Date;
    acceptedAt: Date | null;
    scheduledFor: Date | null;
    onSiteAt: Date | null;
    completedAt: Date | null;
  };
  tenant: { name: string; logo: string; brandColour: string; locale: string; taxLabel: string };
  property: {
    street: string;
    suburb: string;
    state: string;
    postcode: string;
    timeZone: string;
    occupantName: string | null;
    occupantPhone: string | null;
    accessNotes: string;
  };
  manager: { name: string; phone: string | null; email: string; jobTitle: string };
  company: string | null;
  photos: { id: string; caption: string; fromContractor: boolean }[];
  thread: { id: string; from: "contractor" | "office"; author: string; text: string; at: Date }[];
  invoices: SheetInvoice[];
};

export type SheetInvoice = {
  id: string;
  number: string | null;
  amountCents: number;
  ceilingCents: number | null;
  currency: string;
  state: BillState;
  /** The day on which the office paid it, `2026-04-24`. */
  paidOn: string | null;
  fileName: string;
  at: Date;
};

/** In JSON an instant is a text. */
type Told<Row> = {
  [Field in keyof Row]: Row[Field] extends Date
    ? string
    : Row[Field] extends Date | null
      ? string | null
      : Row[Field];
};

type Raw = Told<Sheet["order"]> &
  Sheet["property"] & {
    contractorId: string | null;
    company: string | null;
    tenant: Sheet["tenant"];
    manager: Sheet["manager"];
    photos: Sheet["photos"];
    thread: Told<Sheet["thread"][number]>[];
    invoices: Told<SheetInvoice>[];
  };

/**
 * Reads a job for the contractor whose link this is, in one statement: a phone waits for it. What a former contractor sent
 * or was told is not theirs to see. Refuses a job that went to somebody else or was cancelled.
 */
export async function readSheet(scope: ContractorScope): Promise<Outcome<Sheet>> {
  const { workOrderId, contactId } = scope.actor;
  const [raw] = await inTenant(scope, (tx) => tx.execute<Raw>(theJob(workOrderId, contactId)));
  if (!raw || raw.contractorId !== contactId || raw.status === "CANCELLED") return refuse("link-dead");
  return done(isWithContractor(raw.status) ? sheetOf(raw) : shut(sheetOf(raw)));
}

const theJob = (orderId: string, contactId: string): SQL => sql`
  select w.number, w.status, w.title, w.scope, w.ceiling_cents::float8 as "ceilingCents", w.currency,
    coalesce(w.dispatched_at, w.created_at) as "sentAt", w.accepted_at as "acceptedAt",
    w.scheduled_for as "scheduledFor", w.on_site_at as "onSiteAt", w.completed_at as "completedAt",
    p.street, p.suburb, p.state, p.postcode, p.time_zone as "timeZone", p.occupant_name as "occupantName",
    p.occupant_phone as "occupantPhone", p.access_notes as "accessNotes",
    w.contractor_id as "contractorId", c.company,
    json_build_object('name', t.name, 'logo', t.logo, 'brandColour', t.brand_colour, 'locale', t.locale,
      'taxLabel', t.tax_label) as tenant,
    json_build_object('name', m.name, 'phone', coalesce(m.phone, t.phone), 'email', m.email,
      'jobTitle', m.job_title) as manager,
    (select coalesce(json_agg(json_build_object('id', file_id, 'caption', caption,
        'fromContractor', contact_id is not null) order by created_at), '[]')
      from work_order_photos where work_order_id = w.id and (contact_id is null or contact_id = ${contactId}::uuid)) as photos,
    (select coalesce(json_agg(json_build_object('id', e.id, 'from', e."from", 'text', e.text, 'at', e.created_at,
        'author', case when e."from" = 'office' then (select name from members where id = e.member_id) else c.name end)
        order by e.created_at), '[]')
      from thread_entries e where e.work_order_id = w.id and e.contact_id = ${contactId}::uuid) as thread,
    (select coalesce(json_agg(json_build_object('id', i.id, 'number', i.number, 'amountCents', i.amount_cents,
        'ceilingCents', i.ceiling_cents, 'currency', i.currency, 'state', i.state, 'paidOn', i.paid_on,
        'fileName', f.name, 'at', i.created_at) order by i.created_at desc), '[]')
      from contractor_invoices i join files f on f.id = i.file_id
      where i.work_order_id = w.id and i.contractor_id = ${contactId}::uuid) as invoices
  from work_orders w
  join tenants t on t.id = w.tenant_id
  join properties p on p.id = w.property_id
  join members m on m.id = w.manager_id
  left join contacts c on c.id = w.contractor_id
  where w.id = ${orderId}::uuid`;

function sheetOf(raw: Raw): Sheet {
  const { number, status, title, scope, ceilingCents, currency } = raw;
  const { street, suburb, state, postcode, timeZone, occupantName, occupantPhone, accessNotes } = raw;
  return {
    order: {
      ...{ number, status, title, scope, ceilingCents, currency },
      sentAt: new Date(raw.sentAt),
      acceptedAt: instant(raw.acceptedAt),
      scheduledFor: instant(raw.scheduledFor),
      onSiteAt: instant(raw.onSiteAt),
      completedAt: instant(raw.completedAt),
    },
    property: { street, suburb, state, postcode, timeZone, occupantName, occupantPhone, accessNotes },
    tenant: raw.tenant,
    manager: raw.manager,
    company: raw.company,
    photos: raw.photos,
    thread: raw.thread.map((entry) => ({ ...entry, at: new Date(entry.at) })),
    invoices: raw.invoices.map((invoice) => ({ ...invoice, at: new Date(invoice.at) })),
  };
}

const instant = (text: string | null) => (text === null ? null : new Date(text));

/** Who lives there and how to get in is no longer for somebody who declined. */
function shut(sheet: Sheet): Sheet {
  const property = { ...sheet.property, occupantName: null, occupantPhone: null, accessNotes: "" };
  return { ...sheet, property, photos: [] };
}
