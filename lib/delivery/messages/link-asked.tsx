import type { LinkAskedFacts, Written } from "./facts";
import { letterHtml } from "./letter";
import { Action, Note } from "./letter-parts";
import { plainText } from "./plain-text";
import { inboxUrl } from "./sms";

/** A contractor's link is dead and they ask the office for a new one. */
export async function linkAskedMessage(facts: LinkAskedFacts): Promise<Written> {
  const { origin, agency, number, reference, title, street, company } = facts;
  const url = inboxUrl(origin, number);
  const lead = "Their old link no longer opens. Re-dispatch the job and a new one goes out.";
  const note = "If the job has gone to someone else, there’s nothing to do.";
  return {
    subject: `${company} asks for a new link: ${title}, ${street}`,
    text: plainText(
      `${agency.name}: ${company} asks for a new link to ${reference}.`,
      `${title}, ${street}`,
      lead,
      ["Open in inbox:", url],
      note,
    ),
    html: await letterHtml({
      origin,
      shop: agency,
      preheader: `${title}, ${street}`,
      heading: `${company} asks for a new link`,
      lead: `${title}, ${street}`,
      footnote: `${reference} waits in “Needs you”.`,
      children: (
        <>
          <Note>{lead}</Note>
          <Action href={url} colour={agency.brandColour}>
            Open in inbox
          </Action>
          <Note>{note}</Note>
        </>
      ),
    }),
  };
}
