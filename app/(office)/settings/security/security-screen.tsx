import type { ReactNode } from "react";
import {
  chooseEnding,
  chooseKeys,
  chooseLife,
  chooseSessionDays,
  revoke,
} from "@/app/(office)/settings/security/actions";
import { LinkLives } from "@/components/office/link-lives";
import { SessionsList } from "@/components/office/sessions-list";
import { SettingsPage } from "@/components/office/settings-page";
import { KeysForm } from "@/components/office/shortcuts";
import { StaySignedIn } from "@/components/office/stay-signed-in";
import { mayWrite } from "@/lib/auth/gates";
import type { StaffScope } from "@/lib/auth/scope";
import { type ListedSession, listSessions } from "@/lib/auth/session-list";
import { clock, dayName } from "@/lib/dates";
import { linkRules } from "@/lib/tenants/link-rules";
import { type SessionKind, sessionLengths } from "@/lib/tenants/security";
import { readOffice } from "@/lib/tenants/settings";

type Props = {
  scope: StaffScope;
  /** All sessions, not the first few alone. */
  all: boolean;
  children?: ReactNode;
};

const fewSessions = 20;

/** Settings → Security, and, where an address says so, a dialog over it. */
export async function SecurityScreen({ scope, all, children }: Props) {
  const { tenant, member } = await readOffice(scope);
  const sessions = (await listSessions(scope)).sort((a, b) => isOwn(scope, b) - isOwn(scope, a));
  const isOwner = scope.actor.role === "owner";
  return (
    <>
      <SettingsPage
        places={[{ href: "/settings/security", label: "Security" }]}
        heading="Security"
        intro="Nobody here has a password. These settings decide how long a link opens the door, and how long it stays open."
      >
        <StaySignedIn
          lengths={[
            { people: "Homeowners", days: tenant.clientSessionDays, ...boundsOf("client") },
            { people: "Your team", days: tenant.staffSessionDays, ...boundsOf("staff") },
          ]}
          action={isOwner ? chooseSessionDays : undefined}
        />
        <LinkLives links={linkRules(tenant)} actions={isOwner ? { chooseLife, chooseEnding } : undefined} />
        <SessionsList
          sessions={sessions
            .slice(0, all ? sessions.length : fewSessions)
            .map((session) => rowOf(scope, session, tenant.timeZone))}
          count={sessions.length}
          mayRevokeAll={isOwner}
          revoke={revoke}
        />
        <KeysForm singleKeys={member.singleKeys} action={chooseKeys} />
      </SettingsPage>
      {children}
    </>
  );
}

function boundsOf(kind: SessionKind) {
  const { least, most } = sessionLengths[kind];
  return { kind, least, most };
}

const isOwn = (scope: StaffScope, { id }: ListedSession) => Number(id === scope.actor.sessionId);

function rowOf(scope: StaffScope, session: ListedSession, zone: string) {
  const { id, kind, person, device, memberId, lastSeenAt } = session;
  const current = id === scope.actor.sessionId;
  const mayRevoke =
    scope.actor.role === "owner" ||
    memberId === scope.actor.memberId ||
    (kind === "client" && mayWrite(scope));
  const lastSeen = current ? "Now" : `${dayName(lastSeenAt, zone, new Date())}, ${clock(lastSeenAt, zone)}`;
  return { id, person, isClient: kind === "client", device, lastSeen, current, mayRevoke };
}
