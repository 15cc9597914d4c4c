import { AskBlock } from "@/app/portal/ask-block";
import { DocumentDoor, type DoorProps } from "@/app/portal/document-door";
import { ownLinkHere } from "@/app/portal/own-link";
import { PortalFrame, portalShop } from "@/app/portal/portal-frame";
import { toEverything } from "@/app/portal/to-everything";
import { ContractPage, ContractPdf } from "@/components/portal/contract-page";
import { ContractPanel } from "@/components/portal/contract-panel";
import { ToEverything } from "@/components/portal/document-page";
import { holderOf } from "@/lib/auth/client-gates";
import { readKeptForm } from "@/lib/auth/kept-form";
import type { DocumentScope } from "@/lib/auth/may-see";
import { readSigning } from "@/lib/contracts/for-client";
import type { SigningView } from "@/lib/contracts/views";
import type { ClientDocument } from "@/lib/documents/for-client";
import { documentHref } from "@/lib/links/policy";

type Query = { do?: string | undefined; kept?: string | undefined; door: Awaited<DoorProps["searchParams"]> };

export default async function Contract(props: DoorProps) {
  const sent: Record<string, string | string[] | undefined> = await props.searchParams;
  const query = { do: one(sent.do), kept: one(sent.kept), door: await props.searchParams };
  return (
    <DocumentDoor
      kind="contract"
      page={(scope, document) => contractPage(scope, document, query)}
      {...props}
    />
  );
}

/** Whether there is still something to sign, or to decline. */
const isDue = ({ act }: SigningView) => act.kind === "sign" || act.kind === "confirm";

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

async function contractPage(scope: DocumentScope, document: ClientDocument, query: Query) {
  const { name: shop } = await portalShop(scope);
  const page = documentHref("contract", document.id);
  const contract = await readSigning(scope, document.id);
  const kept =
    query.kept && query.do !== "ask" ? await readKeptForm(scope, holderOf(scope), query.kept) : undefined;
  const everything = toEverything(scope.actor, page);
  const asking = { kind: "contract", document, shop, query: query.door } as const;
  const own = isDue(contract) ? await ownLinkHere(scope, asking) : undefined;
  return (
    <PortalFrame
      scope={scope}
      bar={{
        title: document.title,
        under: [shop, document.project === document.title ? null : document.project]
          .filter(Boolean)
          .join(". "),
        wide: true,
        acts: contract.text !== null && <ContractPdf href={`${page}/pdf`} />,
      }}
    >
      {own && <div className="px-5 py-4 empty:hidden">{own.notice}</div>}
      <ContractPage
        shop={shop}
        contract={contract}
        refused={
          kept
            ? { problem: kept.problem, unsaved: isDue(contract) && !own ? undefined : kept.sent.reason }
            : null
        }
        panel={
          own?.form ?? (
            <ContractPanel
              shop={shop}
              reader={scope.actor}
              contract={contract}
              page={page}
              declining={query.do === "decline"}
              sent={kept?.sent}
            />
          )
        }
        below={
          <>
            <AskBlock scope={scope} document={document} query={query} />
            {everything && (
              <div className="border-y border-line">
                <ToEverything shop={shop} everything={everything} />
              </div>
            )}
          </>
        }
      />
    </PortalFrame>
  );
}
