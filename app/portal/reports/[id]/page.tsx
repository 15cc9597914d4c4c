import { Download } from "lucide-react";
import { AskBlock } from "@/app/portal/ask-block";
import { DocumentDoor, type DoorProps } from "@/app/portal/document-door";
import { PortalFrame, portalShop } from "@/app/portal/portal-frame";
import type { Query } from "@/app/portal/shut-document";
import { toEverything } from "@/app/portal/to-everything";
import { ReportPage } from "@/components/portal/report-page";
import { buttonClass } from "@/components/ui/button-class";
import type { DocumentScope } from "@/lib/auth/may-see";
import type { ClientDocument } from "@/lib/documents/for-client";
import { documentHref } from "@/lib/links/policy";
import { readReport } from "@/lib/reports/report";

export default async function Report(props: DoorProps) {
  const query = await props.searchParams;
  return (
    <DocumentDoor
      kind="service-report"
      page={(scope, document) => reportPage(scope, document, query)}
      {...props}
    />
  );
}

async function reportPage(scope: DocumentScope, document: ClientDocument, query: Query) {
  const { name: shop } = await portalShop(scope);
  const page = documentHref("service-report", document.id);
  const report = document.closedAs ? null : await readReport(scope, document.id);
  const pdf = report && (
    <a href={`${page}/pdf`} className={buttonClass("secondary", "desk-tall")}>
      <Download aria-hidden size={16} strokeWidth={1.75} /> PDF
    </a>
  );
  return (
    <PortalFrame scope={scope} bar={{ title: shop, under: document.project ?? "Service report", acts: pdf }}>
      <ReportPage
        shop={shop}
        page={page}
        document={document}
        report={report}
        questions={<AskBlock scope={scope} document={document} query={query} />}
        everything={toEverything(scope.actor, page)}
      />
    </PortalFrame>
  );
}
