import type { MoneyToldFacts, Written } from "./facts";
import { letterHtml } from "./letter";
import { Facts, Note } from "./letter-parts";
import { plainText } from "./plain-text";
import { callOf } from "./sms";

/** Money that came, or that goes back: how much, by what, and what is left. It carries no link, and asks for nothing. */
export async function moneyToldMessage(facts: MoneyToldFacts): Promise<Written> {
  const { origin, agency, person, heading, words, rows, hasFile } = facts;
  const attached = hasFile ? "The receipt is attached as a PDF." : "";
  const questions = `Questions? ${callOf(agency.name, agency.phone)}`;
  const notes = [attached, questions].filter(Boolean);
  return {
    subject: heading,
    text: plainText(
      `${agency.name}: ${heading}.`,
      words,
      rows.map(({ label, value }) => `${label}: ${value}`),
      notes,
      `For ${person}.`,
    ),
    html: await letterHtml({
      origin,
      shop: agency,
      preheader: words || heading,
      heading,
      ...(words && { lead: words }),
      footnote: `For ${person}.`,
      children: (
        <>
          <Facts facts={rows} />
          {notes.map((each) => (
            <Note key={each}>{each}</Note>
          ))}
        </>
      ),
    }),
  };
}
