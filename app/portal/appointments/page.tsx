import { type PageProps, pagesOf } from "@/app/portal/kind-list";
import { PortalFrame, portalShop } from "@/app/portal/portal-frame";
import { readOrProblem } from "@/app/portal/read-or-problem";
import { DocumentRows } from "@/components/portal/document-rows";
import { PortalList } from "@/components/portal/portal-list";
import { clientPage } from "@/lib/auth/client-gates";
import { appointmentsAsked } from "@/lib/portal/asked";
import { listAppointments } from "@/lib/portal/list";

const here = "/portal/appointments";

export default async function Appointments({ searchParams }: PageProps) {
  const scope = await clientPage();
  const { after, later } = appointmentsAsked.parse(await searchParams);
  const { name } = await portalShop(scope);
  const read = () => listAppointments(scope, { after, later, now: new Date() });
  return (
    <PortalFrame scope={scope} current="appointments" tabs>
      {
        await readOrProblem(
          { scope, againHref: here },
          read,
          ({ upcoming, later: further, rows, after: next }) => (
            <PortalList
              heading="Appointments"
              about={`When ${name} comes to you.`}
              pages={pagesOf(here, after ?? later, next)}
            >
              {upcoming.length > 0 && (
                <div>
                  <DocumentRows label="Still to come" rows={upcoming} />
                  {further && (
                    <a
                      href={`${here}?later=${further}`}
                      className="text-link mt-3 inline-flex min-h-11 items-center text-16"
                    >
                      Show later ones
                    </a>
                  )}
                </div>
              )}
              {rows.length > 0 && (
                <section>
                  <h2 className="mb-3 text-20 font-600">Earlier</h2>
                  <DocumentRows label="Earlier" rows={rows} />
                </section>
              )}
              {upcoming.length + rows.length === 0 && <p>Nothing here yet.</p>}
            </PortalList>
          ),
        )
      }
    </PortalFrame>
  );
}
