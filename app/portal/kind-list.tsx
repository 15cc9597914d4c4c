import type { ReactNode } from "react";
import { PortalFrame, portalShop } from "@/app/portal/portal-frame";
import { readOrProblem } from "@/app/portal/read-or-problem";
import { DocumentRows } from "@/components/portal/document-rows";
import { PortalList } from "@/components/portal/portal-list";
import type { PortalPart } from "@/components/portal/portal-nav";
import type { ClientScope } from "@/lib/auth/scope";
import type { DocumentKind } from "@/lib/links/policy";
import { listAsked } from "@/lib/portal/asked";
import { listForClient } from "@/lib/portal/list";

/** What a page of the portal is asked for with. */
export type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

type Props = PageProps & {
  scope: ClientScope;
  part: PortalPart;
  heading: string;
  /** What the list holds, said of this shop. */
  about: (shop: string) => string;
  kinds: readonly DocumentKind[];
  /** What else there is of them. */
  act?: ReactNode;
};

/** A page of the portal that lists documents of some kinds, the newest first. */
export async function KindList({ scope, part, heading, about, kinds, act, searchParams }: Props) {
  const { after } = listAsked.parse(await searchParams);
  const { name } = await portalShop(scope);
  const here = `/portal/${part}`;
  const read = () => listForClient(scope, { kinds, after, now: new Date() });
  return (
    <PortalFrame scope={scope} current={part} tabs>
      {
        await readOrProblem({ scope, againHref: here }, read, ({ rows, after: next }) => (
          <PortalList heading={heading} about={about(name)} act={act} pages={pagesOf(here, after, next)}>
            {rows.length > 0 ? <DocumentRows label={heading} rows={rows} /> : <p>Nothing here yet.</p>}
          </PortalList>
        ))
      }
    </PortalFrame>
  );
}

/** The way on from one page of a list, and back to its first. */
export const pagesOf = (list: string, after: string | undefined, next: string | null) => ({
  olderHref: next ? `${list}?after=${next}` : null,
  newestHref: after ? list : null,
});
