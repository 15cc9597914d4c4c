import { ArrowLeft, Ellipsis, Phone, Receipt, Send } from "lucide-react";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { StatusChip } from "@/components/ui/chip";
import { RouteButton } from "@/components/ui/route-button";
import type { OrderView } from "@/lib/work-orders/views";
import { hrefs } from "./hrefs";
import { Menu } from "./menu";
import { OrderMenu } from "./order-menu";

type Props = { order: OrderView; mayAct: boolean };

/** Which order it is, where it stands, and what can be done with it. */
export function OrderHeader({ order, mayAct }: Props) {
  const { number, reference, chip, contractor, status } = order;
  return (
    <header className="z-10 -mx-5 flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 bg-surface px-5 py-1.5 min-[68.75rem]:sticky min-[68.75rem]:top-0 min-[68.75rem]:-mx-8 min-[68.75rem]:px-8">
      <Link
        href={hrefs.inbox}
        aria-label="Back to the inbox"
        className="-ml-2 flex size-8 items-center justify-center rounded-control pointer-coarse:size-11 min-[68.75rem]:hidden"
      >
        <ArrowLeft aria-hidden size={18} />
      </Link>
      <span className="font-mono text-13 text-ink-3">{reference}</span>
      <StatusChip tone={chip.tone} text={chip.text} />
      <span className="flex-1" />
      <span className="flex items-center gap-3">
        {mayAct && status === "COMPLETED" && (
          <RouteButton href={hrefs.invoiceOrder(number)} icon={<Receipt aria-hidden size={15} />}>
            Make an invoice
          </RouteButton>
        )}
        {mayAct && order.canDispatch && (
          <RouteButton href={hrefs.dispatch(number)} scroll={false} icon={<Send aria-hidden size={15} />}>
            {status === "DRAFT" ? "Dispatch" : "Re-dispatch"}
          </RouteButton>
        )}
        {contractor?.phone && (
          <ButtonLink href={`tel:${contractor.phone}`} icon={<Phone aria-hidden size={15} />}>
            Call {contractor.firstName}
          </ButtonLink>
        )}
        {mayAct && (
          <span className="-mr-2 min-[68.75rem]:-mr-4">
            <Menu label="More for this order" icon={<Ellipsis aria-hidden size={18} />}>
              <OrderMenu order={order} />
            </Menu>
          </span>
        )}
      </span>
    </header>
  );
}
