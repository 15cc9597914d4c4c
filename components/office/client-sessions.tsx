import { Button } from "@/components/ui/button";
import { DeviceIcon } from "@/components/ui/device-icon";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";
import { PageSection } from "./page-section";

type Session = { id: string; person: string; device: string; lastSeen: string };

type Props = {
  sessions: Session[];
  /** Missing for whoever may only look. */
  revoke: FormAction | null;
};

/** Where the two people of a client are signed in, and how to end it. */
export function ClientSessions({ sessions, revoke }: Props) {
  const intro =
    sessions.length === 0
      ? "Nowhere. The next link they open signs them in on that one browser."
      : "Revoking takes effect on their next tap.";
  return (
    <PageSection id="sessions" heading="Where they’re signed in" intro={intro}>
      {sessions.length > 0 && (
        <ul className="mt-3 divide-y divide-line">
          {sessions.map((session) => (
            <Row key={session.id} session={session} revoke={revoke} />
          ))}
        </ul>
      )}
    </PageSection>
  );
}

function Row({ session, revoke }: { session: Session; revoke: FormAction | null }) {
  const { id, person, device, lastSeen } = session;
  return (
    <li className="grid min-h-15 grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-x-4 py-2.5 sm:grid-cols-[1.25rem_minmax(0,2fr)_1fr_6rem]">
      <DeviceIcon device={device} size={16} className="text-ink-2" />
      <p className="min-w-0 text-14">
        <span className="block font-500 wrap-anywhere">{person}</span>
        <span className="block text-13 text-ink-3">{device}</span>
      </p>
      <p className="text-13 text-ink-2 max-sm:col-start-2">Last seen {lastSeen}</p>
      <div className="justify-self-end max-sm:col-start-3 max-sm:row-span-2 max-sm:row-start-1">
        {revoke && (
          <ActionForm action={revoke} sends={{ id }} className="grid justify-items-end gap-2">
            <Button aria-label={`Revoke ${person} on ${device}`}>Revoke</Button>
          </ActionForm>
        )}
      </div>
    </li>
  );
}
