import type { AnswerFacts, Written } from "./facts";
import { letterHtml } from "./letter";
import { Action, Note, PasteAddress, Quote } from "./letter-parts";
import { plainText } from "./plain-text";
import { callOf } from "./sms";

/** The office answered what the contractor asked, or wrote of its own accord. */
export async function answerMessage(facts: AnswerFacts): Promise<Written> {
  const { origin, agency, manager, title, street, question, answer, company, url } = facts;
  const heading = question ? `${manager.name} answered your question` : `${manager.name} wrote to you`;
  const note = `Need to talk? ${callOf(manager.name, manager.phone ?? agency.phone)}`;
  const footnote = `This link answers for ${company}, so only pass it to someone on the job.`;
  return {
    subject: `${question ? "An answer" : "A message"} about ${title}, ${street}`,
    text: plainText(
      `${agency.name}: ${heading}.`,
      `${title}, ${street}`,
      [question && `You asked: ${question}`, `${manager.name}: ${answer}`],
      ["Open the job:", url],
      [note, footnote],
    ),
    html: await letterHtml({
      origin,
      shop: agency,
      preheader: answer,
      heading,
      lead: `${title}, ${street}`,
      footnote,
      children: (
        <>
          {question && <Quote label="You asked">{question}</Quote>}
          <Quote label={manager.name}>{answer}</Quote>
          <Action href={url} colour={agency.brandColour}>
            Open the job
          </Action>
          <Note>{note}</Note>
          <PasteAddress url={url} />
        </>
      ),
    }),
  };
}
