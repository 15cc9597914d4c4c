import type { CancellationFacts, Written } from "./facts";
import { letterHtml } from "./letter";
import { Facts, Note } from "./letter-parts";
import { plainText } from "./plain-text";
import { callOf } from "./sms";

/** The job is off: nothing is left to do, and the link stops. */
export async function cancellationMessage(facts: CancellationFacts): Promise<Written> {
  const { origin, agency, manager, title, street, rest, reason } = facts;
  const lead = "There’s nothing left for you to do. Thanks for your time.";
  const note = `The link to this job no longer works. Questions? ${callOf(manager.name, manager.phone ?? agency.phone)}`;
  const rows = [
    { label: "Job", value: title },
    { label: "Where", value: street, more: rest },
    { label: "Reason", value: reason ?? "", strong: false },
  ].filter(({ value }) => value);
  return {
    subject: `Job cancelled: ${title}, ${street}`,
    text: plainText(
      `${agency.name}: this job is cancelled.`,
      [title, `${street}, ${rest}`, reason && `Reason: ${reason}`],
      [lead, note],
    ),
    html: await letterHtml({
      origin,
      shop: agency,
      preheader: `${title}, ${street}. ${lead}`,
      heading: "This job is cancelled",
      lead,
      footnote: `From ${manager.name} at ${agency.name}.`,
      children: (
        <>
          <Facts facts={rows} />
          <Note>{note}</Note>
        </>
      ),
    }),
  };
}
