import { dispatchLetter } from "./dispatch-text";
import type { DispatchFacts, Written } from "./facts";
import { letterHtml } from "./letter";
import { Action, Facts, Note, PasteAddress } from "./letter-parts";
import { plainText } from "./plain-text";

/** A new job for a contractor: where, how much, what, who, and the way in. */
export async function dispatchMessage(facts: DispatchFacts): Promise<Written> {
  const { origin, agency, title, street, rest, ceiling, taxLabel, url } = facts;
  const { subject, heading, rows, button, note, footnote } = dispatchLetter(facts);
  return {
    subject,
    text: plainText(
      `${agency.name}: new job.`,
      title,
      [
        `Where: ${street}, ${rest}`,
        ceiling && `Cost ceiling: ${ceiling} ${taxLabel}`,
        facts.scope && `Scope: ${facts.scope}`,
        `From: ${from(facts).join(", ")}`,
      ],
      [`${button}:`, url],
      [note, footnote],
    ),
    html: await letterHtml({
      origin,
      shop: agency,
      preheader: [`${street}, ${rest}`, ceiling && `up to ${ceiling} ${taxLabel}`]
        .filter(Boolean)
        .join(" · "),
      heading,
      footnote,
      children: (
        <>
          <Facts facts={rows} />
          <Action href={url} colour={agency.brandColour}>
            {button}
          </Action>
          <Note>{note}</Note>
          <PasteAddress url={url} />
        </>
      ),
    }),
  };
}

const from = ({ manager, agency }: DispatchFacts) =>
  [manager.name, manager.phone ?? agency.phone].filter((part) => part !== null);
