import type { DocumentOverFacts, Written } from "./facts";
import { letterHtml } from "./letter";
import { Note } from "./letter-parts";
import { plainText } from "./plain-text";
import { callOf } from "./sms";

/** What became of a document that nobody need open any more. It carries no link. */
export async function documentOverMessage(facts: DocumentOverFacts): Promise<Written> {
  const { origin, agency, person, title, heading, words } = facts;
  const questions = `Questions? ${callOf(agency.name, agency.phone)}`;
  return {
    subject: `${heading}: ${title}`,
    text: plainText(`${heading}.`, `${title}. ${words}`, [questions, `For ${person}.`]),
    html: await letterHtml({
      origin,
      shop: agency,
      preheader: words,
      heading,
      lead: title,
      footnote: `For ${person}. There’s nothing for you to do.`,
      children: (
        <>
          <Note>{words}</Note>
          <Note>{questions}</Note>
        </>
      ),
    }),
  };
}
