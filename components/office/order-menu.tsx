import { Ban, Link2, Mail, MessageSquare, Pencil } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { OrderView } from "@/lib/work-orders/views";
import { hrefs } from "./hrefs";
import { canBeSent, otherChannel, sentBy } from "./order-reach";

/** What is done seldom. The two that post are buttons of forms that stand outside the menu, where their answers show. */
export function OrderMenu({ order }: { order: OrderView }) {
  const { number, canCancel } = order;
  const other = canBeSent(order) ? otherChannel(order) : null;
  return (
    <ul className="w-56 p-1.5">
      <Item>
        <Link href={hrefs.editOrder(number)} className={row}>
          <Pencil aria-hidden size={15} /> Edit
        </Link>
      </Item>
      {canBeSent(order) && (
        <Item>
          <button type="submit" form="copy-link" className={row}>
            <Link2 aria-hidden size={15} /> Copy a link
          </button>
        </Item>
      )}
      {other && (
        <Item>
          <button type="submit" form="send-again" className={row}>
            {other === "sms" ? <MessageSquare aria-hidden size={15} /> : <Mail aria-hidden size={15} />}
            Send by {sentBy[other]} too
          </button>
        </Item>
      )}
      {canCancel && (
        <Item>
          <Link href={hrefs.cancel(number)} scroll={false} className={`${row} text-danger`}>
            <Ban aria-hidden size={15} /> Cancel job
          </Link>
        </Item>
      )}
    </ul>
  );
}

const row =
  "flex min-h-8 w-full items-center gap-2.5 rounded-chip px-2.5 text-left text-14 hover:bg-sunken pointer-coarse:min-h-11";

const Item = ({ children }: { children: ReactNode }) => <li>{children}</li>;
