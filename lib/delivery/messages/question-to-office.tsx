import type { QuestionFacts, Written } from "./facts";
import { letterHtml } from "./letter";
import { Action, Note, Quote } from "./letter-parts";
import { plainText } from "./plain-text";
import { inboxUrl } from "./sms";

/** A contractor asks the office. The button leads to the inbox, where the reader signs in as always. */
export async function questionMessage(facts: QuestionFacts): Promise<Written> {
  const { origin, agency, number, reference, title, street, asker, company, question } = facts;
  const url = inboxUrl(origin, number);
  const note = `Your answer goes to ${asker} by message, and onto the job’s page.`;
  return {
    subject: `${company} asks about ${title}, ${street}`,
    text: plainText(
      `${agency.name}: ${asker} of ${company} asks about ${reference}.`,
      `${title}, ${street}`,
      `“${question}”`,
      ["Open in inbox:", url],
      note,
    ),
    html: await letterHtml({
      origin,
      shop: agency,
      preheader: question,
      heading: `${company} has a question`,
      lead: `${title}, ${street}`,
      footnote: `${reference} waits in “Needs you” until somebody answers.`,
      children: (
        <>
          <Quote label={asker}>{question}</Quote>
          <Action href={url} colour={agency.brandColour}>
            Open in inbox
          </Action>
          <Note>{note}</Note>
        </>
      ),
    }),
  };
}
