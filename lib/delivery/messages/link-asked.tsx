import type { LinkAskedFacts, Written } from "./facts";
import { letterHtml } from "./letter";
import { Action, Note } from "./letter-parts";
import { plainText } from "./plain-text";
import { inboxUrl } from "./sms";

/** A contractor's link is dead and they ask the office for a new one. */
export async function linkAskedMessage(facts: LinkAskedFacts): Promise<Written> {
  const { origin, agency, number, reference, title, street, company, nowWith } = facts;
  const url = inboxUrl(origin, number);
  const lead = nowWith
    ? `The job is with ${nowWith} now. Dismiss the request in your inbox, or dispatch the job again.`
    : "Their old link no longer opens. Send a new link from your inbox.";
  return {
    subject: `${company} asks for a new link: ${title}, ${street}`,
    text: plainText(
      `${agency.name}: ${company} asks for a new link to ${reference}.`,
      `${title}, ${street}`,
      lead,
      ["Open in inbox:", url],
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
        </>
      ),
    }),
  };
}
