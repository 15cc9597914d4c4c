import { bankToClientWords, bankToOfficeWords } from "./bank-details-words";
import type { BankToClientFacts, BankToOfficeFacts, Written } from "./facts";
import { letterHtml } from "./letter";
import { Action, Note } from "./letter-parts";
import { plainText } from "./plain-text";

/** The bank details that a client pays to are changing, have changed, or don’t change after all. It carries no link. */
export async function bankToClientMessage(facts: BankToClientFacts): Promise<Written> {
  const { origin, agency, person } = facts;
  const { heading, says, never, look } = bankToClientWords(facts);
  const footnote = `For ${person}. You get this because you have, or lately had, an invoice of ours to pay.`;
  return {
    subject: `${agency.name}: ${heading.charAt(0).toLowerCase()}${heading.slice(1)}`,
    text: plainText(`${heading}.`, says, never, look, footnote),
    html: await letterHtml({
      origin,
      shop: agency,
      preheader: `${says} ${never}`,
      heading,
      lead: says,
      footnote,
      children: (
        <>
          <Note>
            <strong>{never}</strong>
          </Note>
          <Note>{look}</Note>
        </>
      ),
    }),
  };
}

/** A member did something with the office’s own bank details. The button leads to them; the reader signs in as always. */
export async function bankToOfficeMessage(facts: BankToOfficeFacts): Promise<Written> {
  const { origin, agency, person, what } = facts;
  const { heading, says, url } = bankToOfficeWords(facts);
  const others = what === "lapsed" ? "" : ` but ${person}`;
  const footnote = `Everybody in your office${others} gets this, so that bank details never change quietly.`;
  return {
    subject: heading,
    text: plainText(`${heading}.`, says, ["Open bank details:", url], footnote),
    html: await letterHtml({
      origin,
      shop: agency,
      preheader: says,
      heading,
      lead: agency.name,
      footnote,
      children: (
        <>
          <Note>{says}</Note>
          <Action href={url} colour={agency.brandColour}>
            Open bank details
          </Action>
        </>
      ),
    }),
  };
}
