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
import { type ListedSession, mostListed, pageOfSessions } from "@/lib/auth/session-list";
import { clock, dayName } from "@/lib/dates";
import { linkRules } from "@/lib/tenants/link-rules";
import { type SessionKind, sessionLengths } from "@/lib/tenants/security";
import { readOffice } from "@/lib/tenants/settings";

type Props = {
  scope: StaffScope;
  /** All sessions, a page at a time, not the first few alone. */
  all: boolean;
  /** The last session of the page before. */
  after?: string | undefined;
  children?: ReactNode;
};

const fewSessions = 20;

/** Settings → Security, and, where an address says so, a dialog over it. */
export async function SecurityScreen({ scope, all, after, children }: Props) {
  const { tenant, member } = await readOffice(scope);
  const page = await pageOfSessions(scope, { after, most: all ? mostListed : fewSessions });
  const isOwner = scope.actor.role === "owner";
  return (
    <>
      <SettingsPage
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
          sessions={page.sessions.map((session) => rowOf(scope, session, tenant))}
          count={page.count}
          all={all}
          isLater={after !== undefined}
          after={page.after}
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

type Place = { timeZone: string; locale: string };

function rowOf(scope: StaffScope, session: ListedSession, { timeZone, locale }: Place) {
  const { id, kind, person, device, memberId, lastSeenAt } = session;
  const current = id === scope.actor.sessionId;
  const mayRevoke =
    scope.actor.role === "owner" ||
    memberId === scope.actor.memberId ||
    (kind === "client" && mayWrite(scope));
  const day = dayName(lastSeenAt, timeZone, new Date(), locale);
  const lastSeen = current ? "Now" : `${day}, ${clock(lastSeenAt, timeZone, locale)}`;
  return { id, person, isClient: kind === "client", device, lastSeen, current, mayRevoke };
}
