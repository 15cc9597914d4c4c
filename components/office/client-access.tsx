import { Button } from "@/components/ui/button";
import { ActionForm } from "./action-form";
import { type ClientAddress, ClientAddressRow } from "./client-address-row";
import type { FormAction } from "./form-state";
import { PageSection } from "./page-section";

type Person = { name: string; addresses: ClientAddress[] };

type Props = {
  client: { id: string; active: boolean; portalAccess: boolean };
  people: Person[];
  /** Missing for whoever may only look. */
  actions: { switchPortal: FormAction; invite: FormAction } | null;
};

/** Whether the portal is open to them, and how far each invitation has come. */
export function ClientAccess({ client, people, actions }: Props) {
  const { id, active, portalAccess } = client;
  return (
    <PageSection
      id="access"
      heading="Portal access"
      intro={introOf(client)}
      act={
        actions &&
        (active || portalAccess) && (
          <ActionForm
            action={actions.switchPortal}
            sends={{ id, open: String(!portalAccess) }}
            className="grid gap-2 justify-items-start sm:justify-items-end"
          >
            <Button kind={portalAccess ? "secondary" : "primary"}>
              {portalAccess ? "Close the portal" : openWords(people)}
            </Button>
          </ActionForm>
        )
      }
    >
      {portalAccess && (
        <ul className="mt-3 divide-y divide-line">
          {people.flatMap(({ name, addresses }) =>
            addresses.map((address) => (
              <ClientAddressRow
                key={address.address}
                person={name}
                to={address}
                none="Not invited"
                send={
                  active && actions
                    ? { action: actions.invite, sends: { id, address: address.address } }
                    : null
                }
              />
            )),
          )}
        </ul>
      )}
    </PageSection>
  );
}

function introOf({ active, portalAccess }: Props["client"]): string {
  if (!active) return "They aren’t active, so nothing is sent and no link of theirs opens.";
  return portalAccess
    ? "Open. Each person signs in by a link of their own, and sees everything of theirs."
    : "Closed. A link to one document still opens that document.";
}

const openWords = (people: Person[]) =>
  people.filter(({ addresses }) => addresses.length > 0).length > 1
    ? "Open the portal and invite both"
    : "Open the portal and invite them";
