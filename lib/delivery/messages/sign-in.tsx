import type { SignInFacts, Written } from "./facts";
import { letterHtml } from "./letter";
import { Action, Code, Facts, Note } from "./letter-parts";
import { inAList } from "./name-list";
import { plainText } from "./plain-text";
import { spacedCode } from "./sms";

/** The way in, for the office and for clients: one button, or the same as a code for another device. */
export async function signInMessage(facts: SignInFacts): Promise<Written> {
  const { origin, shop, url, minutes, until } = facts;
  const { lead, code, asked, wasntYou, footnote } = wordsOf(facts);
  return {
    subject: "Your sign-in link",
    text: plainText(
      `Your sign-in link for ${inAList(facts.businesses)}. ${tap}`,
      url,
      `It works once, for ${minutes} minutes, until ${until}.`,
      code && `On another device? Type this code: ${code}`,
      asked.map(({ label, value }) => `${label}: ${value}`),
      [wasntYou, footnote],
    ),
    html: await letterHtml({
      origin,
      shop,
      preheader: `Works once, for ${minutes} minutes, until ${until}.`,
      heading: "Your sign-in link",
      lead,
      footnote,
      children: (
        <>
          <Action href={url} colour={shop?.brandColour ?? ""}>
            Sign in
          </Action>
          <Note>
            Works once, for {minutes} minutes, until <strong className="ink">{until}</strong>.
          </Note>
          {code && (
            <Note>
              On another device? Type this code: <Code>{code}</Code>
            </Note>
          )}
          {asked.length > 0 && <Facts facts={asked} />}
          <Note>{wasntYou}</Note>
        </>
      ),
    }),
  };
}

const tap = "Tap it on the phone or computer you want to use.";

function wordsOf({ businesses, address, code, askedAt, askedFrom }: SignInFacts) {
  const asked = [
    { label: "Asked for", value: askedAt ?? "" },
    { label: "From", value: askedFrom ?? "" },
  ];
  return {
    lead: businesses.length > 1 ? `For ${inAList(businesses)}. ${tap}` : tap,
    code: code && spacedCode(code),
    asked: asked.filter(({ value }) => value),
    wasntYou: `Wasn’t you? Ignore this email. Nobody gets in without the link${code && " or the code"}.`,
    footnote: `For ${address} at ${inAList(businesses)}. Latchkey never asks for a password.`,
  };
}
