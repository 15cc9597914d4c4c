import type { DispatchFacts, Written } from "./facts";
import { letterHtml } from "./letter";
import { Action, type Fact, Facts, Note, PasteAddress } from "./letter-parts";
import { plainText } from "./plain-text";

/** A new job for a contractor: where, how much, what, who, and the way in. */
export async function dispatchMessage(facts: DispatchFacts): Promise<Written> {
  const { origin, agency, title, street, rest, ceiling, taxLabel, company, url } = facts;
  const note = `No login. The link works for ${facts.days} days, until ${facts.until}, or until the job is done.`;
  const footnote = `This link answers for ${company}, so only pass it to someone on the job.`;
  return {
    subject: `New job: ${title}, ${street}`,
    text: plainText(
      `${agency.name}: new job.`,
      title,
      [
        `Where: ${street}, ${rest}`,
        ceiling && `Cost ceiling: ${ceiling} ${taxLabel}`,
        facts.scope && `Scope: ${facts.scope}`,
        `From: ${from(facts).join(", ")}`,
      ],
      ["Open the job:", url],
      [note, footnote],
    ),
    html: await letterHtml({
      origin,
      shop: agency,
      preheader: [`${street}, ${rest}`, ceiling && `up to ${ceiling} ${taxLabel}`]
        .filter(Boolean)
        .join(" · "),
      heading: `New job: ${midSentence(title)}`,
      footnote,
      children: (
        <>
          <Facts facts={rows(facts)} />
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

function rows(facts: DispatchFacts): Fact[] {
  const [name = "", phone] = from(facts);
  const where = { label: "Where", value: facts.street, more: facts.rest };
  const ceiling = { label: "Cost ceiling", value: facts.ceiling ?? "", beside: facts.taxLabel };
  const scope = { label: "Scope", value: facts.scope, strong: false };
  return [where, ceiling, scope, { label: "From", value: name, more: phone }].filter(({ value }) => value);
}

const from = ({ manager, agency }: DispatchFacts) =>
  [manager.name, manager.phone ?? agency.phone].filter((part) => part !== null);

/** "Hot-water unit leaking" becomes "hot-water unit leaking"; "HVAC unit" and "3 taps" stay. */
const midSentence = (title: string) =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
