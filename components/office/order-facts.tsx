import Link from "next/link";
import type { ReactNode } from "react";
import type { OrderView } from "@/lib/work-orders/views";
import { hrefs } from "./hrefs";

/** A link among words is as tall as a finger where there is one. */
const fingerTall = "pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center";

/** Who has it, up to how much, what it cost, and who lives there. */
export function OrderFacts({ order }: { order: OrderView }) {
  const { contractor, ceiling, invoice, occupant } = order;
  return (
    <dl className="grid grid-cols-2 gap-y-5 border-y border-line py-4 @xl:grid-cols-[1.133fr_1fr_1.133fr_1fr]">
      <Fact
        label="Contractor"
        sub={contractor && contractor.name !== contractor.company ? contractor.name : null}
      >
        {contractor?.company ?? <None>Nobody yet</None>}
      </Fact>
      <Fact label="Cost ceiling" sub={ceiling && order.taxLabel}>
        {ceiling?.words ?? <None>No ceiling</None>}
      </Fact>
      <Fact
        label={invoice?.number ? `Invoice ${invoice.number}` : "Invoice"}
        sub={invoice && <Against invoice={invoice} />}
      >
        {invoice ? (
          <Link href={hrefs.bill(invoice.id)} prefetch={false} className={fingerTall}>
            {invoice.amount.words}
          </Link>
        ) : (
          <None>None yet</None>
        )}
      </Fact>
      <Fact
        label="Tenant"
        sub={
          occupant?.phone && (
            <a href={`tel:${occupant.phone}`} className={fingerTall}>
              {occupant.phoneWords}
            </a>
          )
        }
      >
        {occupant?.name ?? <None>Nobody named</None>}
      </Fact>
    </dl>
  );
}

function Fact({ label, sub, children }: { label: string; sub: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0 pr-4">
      <dt className="text-12 text-ink-3">{label}</dt>
      <dd className="mt-1 text-14 font-600 wrap-anywhere">{children}</dd>
      {sub && <dd className="text-13 text-ink-3">{sub}</dd>}
    </div>
  );
}

const None = ({ children }: { children: string }) => <span className="font-400 text-ink-3">{children}</span>;

function Against({ invoice }: { invoice: NonNullable<OrderView["invoice"]> }) {
  const standing = { approved: ", approved", paid: ", paid", queried: ", queried" };
  const told = standing[invoice.state as keyof typeof standing] ?? "";
  const over = invoice.state === "needs-approval" ? "text-question" : "";
  return (
    <a href={hrefs.file(invoice.fileId)} className={`${fingerTall} ${over}`}>
      {invoice.against}
      {told}
    </a>
  );
}
