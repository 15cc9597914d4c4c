import { documentWords } from "./document-words";
import type { DocumentFacts, Written } from "./facts";
import { letterHtml } from "./letter";
import { Action, Facts, Lines, Note, PasteAddress, Quote } from "./letter-parts";
import { plainText } from "./plain-text";
import { callOf } from "./sms";

/** What happened to a document of a client’s, and the link that opens it. */
export async function documentMessage(facts: DocumentFacts): Promise<Written> {
  const { origin, agency, person, url, standing, says } = facts;
  const words = documentWords(facts);
  const { name, subject, heading, lead, button, rows, lines, quote, opens, note: also } = words;
  const note = standing
    ? `Opens straight to your ${name}, with nothing to sign in to. ${opens}.`
    : `${opens}. You stay signed in there.`;
  const notes = [also, note, questionsOf(facts)].filter((each) => each !== undefined);
  const footnote = `For ${person}. This link opens as you, so please don’t forward it.`;
  const said = says.by ?? agency.name;
  return {
    subject,
    text: plainText(
      `${heading}.`,
      lead,
      rows.map(({ label, value }) => `${label}: ${value}`),
      lines.map(({ words: what, amount }) => (amount ? `${what}: ${amount}` : what)),
      quote && `${said}: “${quote}”`,
      [`${button}:`, url],
      notes,
      footnote,
    ),
    html: await letterHtml({
      origin,
      shop: agency,
      preheader: quote || lead,
      heading,
      lead,
      footnote,
      children: (
        <>
          {rows.length > 0 && <Facts facts={rows} />}
          {lines.length > 0 && <Lines lines={lines} />}
          {quote && <Quote label={said}>{quote}</Quote>}
          <Action href={url} colour={agency.brandColour}>
            {button}
          </Action>
          {notes.map((each) => (
            <Note key={each}>{each}</Note>
          ))}
          <PasteAddress url={url} />
        </>
      ),
    }),
  };
}

/** Whom to ask: an invoice may be answered like any letter, where its business has an address for that. */
const questionsOf = ({ kind, agency: { name, email, phone } }: DocumentFacts) =>
  kind === "invoice" && email
    ? `Questions? Reply to this email${phone ? ` or call ${phone}` : ""}.`
    : `Questions? ${callOf(name, phone)}`;
