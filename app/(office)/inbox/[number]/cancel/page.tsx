import { OpenOrder, type OrderPage } from "@/app/(office)/inbox/[number]/open-order";
import { cancel } from "@/app/(office)/inbox/actions";
import { CancelDialog } from "@/components/office/cancel-dialog";
import { mayWrite } from "@/lib/auth/gates";

export default function CancelOrder(props: OrderPage) {
  return (
    <OpenOrder
      {...props}
      over={async (scope, order) =>
        order.canCancel && mayWrite(scope) ? (
          <CancelDialog
            order={order}
            company={order.contractor?.company ?? null}
            lastSentence={order.timeline.at(-1)?.sentence ?? ""}
            action={cancel}
          />
        ) : null
      }
    />
  );
}
