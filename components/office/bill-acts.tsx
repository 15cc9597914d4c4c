import { Button } from "@/components/ui/button";
import { mayBe } from "@/lib/bills/acts";
import type { BillView } from "@/lib/bills/views";
import { ActionForm } from "./action-form";
import { BillPayForm } from "./bill-pay-form";
import { BillQueryForm } from "./bill-query-form";
import type { FormAction } from "./form-state";
import { PageSection } from "./page-section";

export type BillActions = Record<"approve" | "query" | "settle" | "several" | "takeBack", FormAction>;

type Props = { bill: BillView; actions: BillActions };

/** What can be done with one invoice where it stands, by the same table that the server checks by. */
export function BillActs({ bill, actions }: Props) {
  const { id, state, amount, paid, file } = bill;
  const sends = { billId: id };
  return (
    <PageSection id="next" heading="What’s next">
      <div className="mt-4 grid gap-5">
        {(mayBe("approve", state) || mayBe("settle", state)) && (
          <div className="flex flex-wrap gap-3">
            {mayBe("approve", state) && (
              <ActionForm action={actions.approve} sends={{ ...sends, fileId: file.id }}>
                <Button kind="primary" size="desk-tall">
                  Approve {amount.words}
                </Button>
              </ActionForm>
            )}
            {mayBe("settle", state) && (
              <ActionForm action={actions.settle} sends={sends}>
                <Button size="desk-tall">Settled</Button>
              </ActionForm>
            )}
          </div>
        )}
        {mayBe("pay", state) && <BillPayForm action={actions.several} bill={bill} />}
        {paid && <TakeBack mayTakeBack={paid.mayTakeBack} action={actions.takeBack} sends={sends} />}
        {mayBe("query", state) && <Query bill={bill} action={actions.query} />}
      </div>
    </PageSection>
  );
}

type TakeBackProps = { mayTakeBack: boolean; action: FormAction; sends: Record<string, string> };

function TakeBack({ mayTakeBack, action, sends }: TakeBackProps) {
  if (!mayTakeBack) return <p className="text-14 text-ink-3">Nothing. It is paid.</p>;
  return (
    <ActionForm action={action} sends={sends}>
      <Button size="desk-tall">Not paid after all</Button>
      <p className="mt-1.5 text-13 text-ink-3">Until the end of today. It is approved then, as before.</p>
    </ActionForm>
  );
}

function Query({ bill, action }: { bill: BillView; action: FormAction }) {
  const { reach, thread, contractor } = bill;
  if ("whyNot" in reach) return <p className="text-14 text-ink-2">{reach.whyNot}</p>;
  return (
    <BillQueryForm
      key={thread.length}
      action={action}
      bill={bill}
      company={contractor.company}
      way={reach.way}
    />
  );
}
