import { LatchkeyFootnote } from "@/components/ui/footnote";
import type { JobView } from "@/lib/work-orders/views";
import { AddressBlock } from "./address-block";
import { Ceiling } from "./ceiling";
import { PersonRow } from "./person-row";
import { PhotoStrip } from "./photo-strip";
import { Section, Words } from "./section";
import { SitePhotos } from "./site-photos";
import { StateBanner } from "./state-banner";
import { Thread } from "./thread";

/** What a job is. Who has it ahead of them decides on it first; who is under way needs to get in first. */
export function JobBody({ job, token }: { job: JobView; token: string }) {
  const underWay = job.status === "SCHEDULED" || job.status === "ON_SITE";
  const pictures = job.photos.filter(({ fromContractor }) => !fromContractor);
  const scope = (job.scope || pictures.length > 0) && (
    <Section heading="Scope">
      <Words>{job.scope}</Words>
      <PhotoStrip photos={pictures} token={token} />
    </Section>
  );
  return (
    <>
      <div className="group-data-moved/job:hidden">
        <NowBanner job={job} />
      </div>
      <h1 className="mb-4 text-28 font-650 group-data-waiting/job:mb-2 group-data-waiting/job:text-22">
        {job.title}
      </h1>
      <AddressBlock address={job.address} />
      <Ceiling job={job} />
      <Thread job={job} />
      {!underWay && scope}
      {job.accessNotes && (
        <Section heading="Getting in">
          <Words>{job.accessNotes}</Words>
        </Section>
      )}
      <SitePhotos job={job} token={token} />
      <People job={job} />
      {underWay && scope && <div className="mb-5">{scope}</div>}
      <SentNote job={job} token={token} />
    </>
  );
}

function NowBanner({ job }: { job: JobView }) {
  if (job.scheduled) {
    const { words, relative } = job.scheduled;
    return <StateBanner tone="scheduled" words={words} below={relative} />;
  }
  if (!job.onSiteSince) return null;
  const below = `${job.manager.firstName} can see that you’re there`;
  return <StateBanner tone="on-site" words={`On site since ${job.onSiteSince}`} below={below} />;
}

function People({ job }: { job: JobView }) {
  return (
    <Section heading="People">
      <ul>
        {job.occupant && <PersonRow person={job.occupant} standing="Tenant" />}
        <PersonRow person={job.manager} standing={job.manager.jobTitle} />
      </ul>
    </Section>
  );
}

function SentNote({ job, token }: { job: JobView; token: string }) {
  const mayDecline = job.status !== "ASSIGNED" && job.actions.includes("DECLINE");
  return (
    <div className="mt-2 border-t border-line pt-4">
      <p className="text-15 text-ink-2">
        Sent to {job.contractor.company}, {job.sent.on}. This link works until {job.sent.until}.
      </p>
      {mayDecline && (
        <p className="mt-2 text-15 text-ink-2 group-data-waiting/job:hidden">
          Can’t do it after all?{" "}
          <a href={`/j/${token}?do=decline`} data-opens="decline" className="text-link">
            Decline this job
          </a>
        </p>
      )}
      <div className="mt-3">
        <LatchkeyFootnote />
      </div>
    </div>
  );
}
