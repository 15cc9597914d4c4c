import { PortalFrame, portalShop } from "@/app/portal/portal-frame";
import { readOrProblem } from "@/app/portal/read-or-problem";
import { PeopleList } from "@/components/portal/people-list";
import { PortalList } from "@/components/portal/portal-list";
import { clientPage } from "@/lib/auth/client-gates";
import { listPeople } from "@/lib/portal/projects";

const here = "/portal/people";

export default async function People() {
  const scope = await clientPage();
  const { name } = await portalShop(scope);
  return (
    <PortalFrame scope={scope} current="people" tabs>
      {
        await readOrProblem(
          { scope, againHref: here },
          () => listPeople(scope),
          (people) => (
            <PortalList heading="People" about={`Whom you meet at ${name}.`}>
              {people.length > 0 ? <PeopleList people={people} /> : <p>Nobody is named here yet.</p>}
            </PortalList>
          ),
        )
      }
    </PortalFrame>
  );
}
