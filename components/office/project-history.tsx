import { PageSection } from "./page-section";
import { AllActivity, Trail, type TrailDay } from "./trail";

/** What happened to the documents of a project lately. */
export function ProjectHistory({ days, clientId }: { days: TrailDay[]; clientId: string }) {
  return (
    <PageSection
      id="history"
      heading="Lately"
      act={<AllActivity clientId={clientId} />}
      intro={days.length === 0 && "What your client does with what you send them shows up here."}
    >
      <div className="pt-3">
        <Trail days={days} filter={{ client: clientId }} namesDocuments />
      </div>
    </PageSection>
  );
}
