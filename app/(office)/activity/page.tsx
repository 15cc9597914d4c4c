import { recover, send } from "@/app/(office)/activity/actions";
import { ActivityCaller } from "@/components/office/activity-caller";
import { ActivityFilter } from "@/components/office/activity-filter";
import { FoundBySearch } from "@/components/office/activity-found";
import { ActivityFrame } from "@/components/office/activity-frame";
import { ActivityTrail } from "@/components/office/activity-trail";
import { NothingThere } from "@/components/office/nothing-there";
import { RecoverySteps } from "@/components/office/recovery-steps";
import { readActivity } from "@/lib/activity/activity";
import { activityAsked, choicesOf, spans } from "@/lib/activity/asked";
import { readCaller } from "@/lib/activity/caller";
import { mayWrite, staffPage } from "@/lib/auth/gates";
import { abouts } from "@/lib/events/trail-words";
import { done } from "@/lib/outcome";
import { findClients } from "@/lib/people/client-choices";

export default async function Activity({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const scope = await staffPage();
  const asked = activityAsked.parse(await searchParams);
  const { client: id, about, days, who, before, q } = asked;
  const filter = { client: id, about, days, who };
  const now = new Date();
  const read = id ? await readCaller(scope, { id, who }, now) : done(null);
  if (!read.ok) return <NothingThere />;
  const caller = read.value;
  const found = q ? (await findClients(scope, { q })).value : [];
  const trail = await readActivity(scope, asked, now);
  return (
    <ActivityFrame
      filter={filter}
      chips={
        <ActivityFilter
          filter={filter}
          clientName={caller?.name}
          abouts={choicesOf(abouts)}
          spans={choicesOf(spans)}
        />
      }
      caller={caller && <ActivityCaller {...caller} />}
      steps={
        caller && (
          <RecoverySteps
            client={caller.id}
            filter={filter}
            people={caller.people}
            steps={caller.steps}
            actions={mayWrite(scope) ? { send, recover } : null}
          />
        )
      }
    >
      {q && <FoundBySearch q={q} found={found} filter={filter} />}
      <ActivityTrail {...trail} filter={filter} isLater={before !== undefined} />
    </ActivityFrame>
  );
}
