import { Monitor, Smartphone } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";

export type SessionRow = {
  id: string;
  person: string;
  /** "Chrome on macOS" */
  device: string;
  /** "Now", "Today, 07:52" */
  lastSeen: string;
  current: boolean;
  mayRevoke: boolean;
};

type Props = { sessions: SessionRow[]; revoke: FormAction; revokeOthers: FormAction };

/** Where the office is signed in, and how to end it. */
export function SessionsList({ sessions, revoke, revokeOthers }: Props) {
  const others = sessions.some(({ current, mayRevoke }) => !current && mayRevoke);
  return (
    <section aria-labelledby="sessions-heading">
      <div className="flex flex-wrap items-center justify-between gap-3 pb-3">
        <div>
          <h2 id="sessions-heading" className="text-16 font-600">
            Where people are signed in
          </h2>
          <p role="status" className="text-14 text-ink-3">
            {sessions.length === 1 ? "In one place." : `In ${sessions.length} places.`} Revoking takes effect
            on their next tap.
          </p>
        </div>
        {others && (
          <ActionForm action={revokeOthers} sends={{}} className="grid justify-items-end gap-2">
            <Button kind="danger">Sign out everyone else</Button>
          </ActionForm>
        )}
      </div>
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <Session key={session.id} session={session} revoke={revoke} />
        ))}
      </ul>
    </section>
  );
}

function Session({ session, revoke }: { session: SessionRow; revoke: FormAction }) {
  const { id, person, device, lastSeen, current, mayRevoke } = session;
  const Icon = /iPhone|iPad|Android/.test(device) ? Smartphone : Monitor;
  return (
    <li className="grid min-h-15 grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-x-4 py-2.5 sm:grid-cols-[1.25rem_minmax(0,2fr)_1fr_6rem]">
      <Icon aria-hidden size={18} className="text-ink-2" />
      <p className="text-14">
        <span className="flex flex-wrap items-center gap-2 font-500">
          {person}
          {current && (
            <span className="rounded-chip bg-completed-tint px-2 py-0.5 text-12 font-500 text-completed">
              This device
            </span>
          )}
        </span>
        <span className="block text-13 text-ink-3">{device}</span>
      </p>
      <p className="text-14 text-ink-2 max-sm:col-start-2">{lastSeen}</p>
      <div className="justify-self-end max-sm:col-start-3 max-sm:row-span-2 max-sm:row-start-1">
        {!current && mayRevoke && (
          <ActionForm action={revoke} sends={{ id }} className="grid justify-items-end gap-2">
            <Button aria-label={`Revoke ${person} on ${device}`}>Revoke</Button>
          </ActionForm>
        )}
      </div>
    </li>
  );
}
