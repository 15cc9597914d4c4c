import type { ClientSaidFacts, Written } from "./facts";
import { letterHtml } from "./letter";
import { Action, Note, Quote } from "./letter-parts";
import { plainText } from "./plain-text";
import { officeDocumentUrl } from "./sms";

/** A client did something with a document that the office sent. The button leads to it; the reader signs in as always. */
export async function clientSaidMessage(facts: ClientSaidFacts): Promise<Written> {
  const { origin, agency, person, did, title, words } = facts;
  const url = officeDocumentUrl(facts);
  const heading = `${person} ${did} “${title}”`;
  const note = "It stands under “Needs you” for as long as something waits for the office.";
  return {
    subject: heading,
    text: plainText(`${heading}.`, words && `“${words}”`, ["Open it:", url], note),
    html: await letterHtml({
      origin,
      shop: agency,
      preheader: words || heading,
      heading,
      lead: agency.name,
      footnote: note,
      children: (
        <>
          {words && <Quote label={person}>{words}</Quote>}
          <Action href={url} colour={agency.brandColour}>
            Open it
          </Action>
          <Note>This is for you because you look after it.</Note>
        </>
      ),
    }),
  };
}
