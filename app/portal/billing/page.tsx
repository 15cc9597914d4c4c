import { KindList, type PageProps } from "@/app/portal/kind-list";
import { clientPage } from "@/lib/auth/client-gates";

export default async function Billing(props: PageProps) {
  return (
    <KindList
      {...props}
      scope={await clientPage()}
      part="billing"
      heading="Billing"
      about={(shop) => `Invoices from ${shop}, the newest first.`}
      kinds={["invoice"]}
      act={
        <a href="/portal/billing/statement" className="text-link inline-flex min-h-11 items-center text-16">
          Statement
        </a>
      }
    />
  );
}
