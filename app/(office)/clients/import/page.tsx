import { bringIn } from "@/app/(office)/clients/actions";
import { ClientImportForm } from "@/components/office/client-import-form";
import { ClientImportPreview } from "@/components/office/client-import-preview";
import { hrefs } from "@/components/office/hrefs";
import { Page } from "@/components/office/page";
import { Pager } from "@/components/office/table";
import { RouteButton } from "@/components/ui/route-button";
import { managerPage } from "@/lib/auth/gates";
import { readKeptForm } from "@/lib/auth/kept-form";
import { pastedAgain, previewView } from "@/lib/people/client-import-view";
import { importAsked } from "@/lib/people/sent";

export default async function ImportClients({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const scope = await managerPage(hrefs.clients);
  const { from, kept } = importAsked.parse(await searchParams);
  const refused = kept ? await readKeptForm(scope, scope.actor.sessionId, kept) : undefined;
  const preview = refused ? undefined : await previewView(scope, from);
  const at = (row: number) => `${hrefs.importClients}?from=${row}`;
  return (
    <Page heading="Import clients" act={<RouteButton href={hrefs.clients}>All clients</RouteButton>}>
      {preview && (
        <>
          <ClientImportPreview {...preview} action={bringIn} />
          <Pager
            backHref={from > 0 ? hrefs.importClients : null}
            moreHref={preview.next === null ? null : at(preview.next)}
          />
          <h2 className="mb-4 border-t border-line pt-6 text-16 font-600">Another file</h2>
        </>
      )}
      <ClientImportForm
        problem={refused?.problem}
        {...pastedAgain(refused?.sent.text ?? "")}
        again={preview !== undefined}
      />
    </Page>
  );
}
