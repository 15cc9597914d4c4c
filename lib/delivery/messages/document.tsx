import { documentWords } from "./document-words";
import type { DocumentFacts, Written } from "./facts";
import { letterHtml } from "./letter";
import { Action, Note, PasteAddress } from "./letter-parts";
import { plainText } from "./plain-text";
import { callOf } from "./sms";

/** A document for a client, and the link that opens it. */
export async function documentMessage(facts: DocumentFacts): Promise<Written> {
  const { origin, agency, person, url, standing } = facts;
  const { name, subject, heading, lead, button, opens } = documentWords(facts);
  const note = standing
    ? `Opens straight to your ${name}, with nothing to sign in to. ${opens}.`
    : `${opens}. You stay signed in there.`;
  const questions = `Questions? ${callOf(agency.name, agency.phone)}`;
  const footnote = `For ${person}. This link opens as you, so please don’t forward it.`;
  return {
    subject,
    text: plainText(`${heading}.`, lead, [`${button}:`, url], note, [questions, footnote]),
    html: await letterHtml({
      origin,
      shop: agency,
      preheader: lead,
      heading,
      lead,
      footnote,
      children: (
        <>
          <Action href={url} colour={agency.brandColour}>
            {button}
          </Action>
          <Note>{note}</Note>
          <Note>{questions}</Note>
          <PasteAddress url={url} />
        </>
      ),
    }),
  };
}
