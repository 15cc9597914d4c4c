import type { SignInFacts, Written } from "./facts";
import { letterHtml } from "./letter";
import { Action, Code, Facts, Note } from "./letter-parts";
import { plainText } from "./plain-text";
import { spacedCode } from "./sms";

/** The way into the office: one button, or the same as a code for another device. */
export async function signInMessage(facts: SignInFacts): Promise<Written> {
  const { origin, agency, email, url, minutes, until, askedAt, askedFrom } = facts;
  const code = spacedCode(facts.code);
  const lead = "Tap it on the phone or computer you want to use.";
  const wasntYou = "Wasn’t you? Ignore this email. Nobody gets in without the link or the code.";
  const footnote = `For ${email} at ${agency}. Latchkey never asks for a password.`;
  return {
    subject: "Your sign-in link",
    text: plainText(
      `Your sign-in link for ${agency}. ${lead}`,
      url,
      `It works once, for ${minutes} minutes, until ${until}.`,
      `On another device? Type this code: ${code}`,
      [`Asked for: ${askedAt}`, `From: ${askedFrom}`],
      [wasntYou, footnote],
    ),
    html: await letterHtml({
      origin,
      shop: null,
      preheader: `Works once, for ${minutes} minutes, until ${until}.`,
      heading: "Your sign-in link",
      lead,
      footnote,
      children: (
        <>
          <Action href={url} colour="">
            Sign in
          </Action>
          <Note>
            Works once, for {minutes} minutes, until <strong className="ink">{until}</strong>.
          </Note>
          <Note>
            On another device? Type this code: <Code>{code}</Code>
          </Note>
          <Facts
            facts={[
              { label: "Asked for", value: askedAt },
              { label: "From", value: askedFrom },
            ]}
          />
          <Note>{wasntYou}</Note>
        </>
      ),
    }),
  };
}
