import Link from "next/link";
import { Button } from "@/components/ui/button";
import { DeviceIcon } from "@/components/ui/device-icon";
import { RouteButton } from "@/components/ui/route-button";
import { ActionForm } from "./action-form";
import type { FormAction } from "./form-state";
import { hrefs } from "./hrefs";
import { Pager } from "./table";

export type SessionRow = {
  id: string;
  person: string;
  /** Whether it is a client's, not one of the office's own. */
  isClient: boolean;
  /** "Chrome on macOS" */
  device: string;
  /** "Now", "Today, 07:52" */
  lastSeen: string;
  current: boolean;
  mayRevoke: boolean;
};

type Props = {
  sessions: SessionRow[];
  /** How many there are altogether. */
  count: number;
  /** Whether all were asked for, not the first few alone. */
  all: boolean;
  /** Whether this is not their first page. */
  isLater: boolean;
  /** The last one shown, where there are more. */
  after: string | null;
  mayRevokeAll: boolean;
  revoke: FormAction;
};

/** Where the office and its clients are signed in, and how to end it. */
export function SessionsList({ sessions, count, all, isLater, after, mayRevokeAll, revoke }: Props) {
  return (
    <section aria-labelledby="sessions-heading">
      <div className="flex flex-wrap items-center justify-between gap-3 pb-3">
        <div>
          <h2 id="sessions-heading" className="text-16 font-600">
            Where people are signed in
          </h2>
          <p role="status" className="text-14 text-ink-3">
            {count === 1 ? "In one place." : `In ${count} places.`} Revoking takes effect on their next tap.
          </p>
        </div>
        {mayRevokeAll && count > 1 && (
          <RouteButton href={hrefs.signOutOthers} scroll={false} kind="danger">
            Sign out everyone else
          </RouteButton>
        )}
      </div>
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <Session key={session.id} session={session} revoke={revoke} />
        ))}
      </ul>
      {all ? (
        <Pager backHref={isLater ? hrefs.allSessions() : null} moreHref={after && hrefs.allSessions(after)} />
      ) : (
        after && (
          <p className="border-t border-line py-3 text-14">
            <Link
              href={hrefs.allSessions()}
              scroll={false}
              prefetch={false}
              className="text-link pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
            >
              Show all {count}
            </Link>
          </p>
        )
      )}
    </section>
  );
}

function Session({ session, revoke }: { session: SessionRow; revoke: FormAction }) {
  const { id, person, isClient, device, lastSeen, current, mayRevoke } = session;
  return (
    <li className="grid min-h-15 grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-x-4 py-2.5 sm:grid-cols-[1.25rem_minmax(0,2fr)_1fr_6rem]">
      <DeviceIcon device={device} size={18} className="text-ink-2" />
      <p className="text-14">
        <span className="flex flex-wrap items-center gap-2 font-500">
          {isClient ? `${person}, client` : person}
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
