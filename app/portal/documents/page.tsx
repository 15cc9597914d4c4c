import { type PageProps, pagesOf } from "@/app/portal/kind-list";
import { PortalFrame, portalShop } from "@/app/portal/portal-frame";
import { readOrProblem } from "@/app/portal/read-or-problem";
import { DocumentRows } from "@/components/portal/document-rows";
import { FileRows } from "@/components/portal/filed-list";
import { PortalList } from "@/components/portal/portal-list";
import { clientPage } from "@/lib/auth/client-gates";
import { briefDay } from "@/lib/dates";
import { kindsOfDocument } from "@/lib/links/policy";
import type { SharedFile } from "@/lib/people/project-files";
import { listAsked } from "@/lib/portal/asked";
import { listForClient } from "@/lib/portal/list";
import { listFiles } from "@/lib/portal/projects";

const here = "/portal/documents";

export default async function Documents({ searchParams }: PageProps) {
  const scope = await clientPage();
  const { after } = listAsked.parse(await searchParams);
  const { name, timeZone, locale } = await portalShop(scope);
  const dated = ({ about, createdAt, ...file }: SharedFile) => ({
    ...file,
    about: `${about}, ${briefDay(createdAt, timeZone, locale)}`,
  });
  const read = async () => ({
    ...(await listForClient(scope, { kinds: kindsOfDocument, after, now: new Date() })),
    files: after ? [] : (await listFiles(scope)).map(dated),
  });
  return (
    <PortalFrame scope={scope} current="documents" tabs>
      {
        await readOrProblem({ scope, againHref: here }, read, ({ rows, files, after: next }) => (
          <PortalList
            heading="Documents"
            about={`Everything ${name} has sent you, the newest first.`}
            pages={pagesOf(here, after, next)}
          >
            {rows.length > 0 && <DocumentRows label="Documents" rows={rows} />}
            {files.length > 0 && (
              <section>
                <h2 className="mb-3 text-20 font-600">Files</h2>
                <FileRows files={files} />
              </section>
            )}
            {files.length + rows.length === 0 && <p>Nothing here yet.</p>}
          </PortalList>
        ))
      }
    </PortalFrame>
  );
}
