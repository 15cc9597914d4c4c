import type { InvitationFacts, Written } from "./facts";
import { letterHtml } from "./letter";
import { Action, Note, PasteAddress } from "./letter-parts";
import { plainText } from "./plain-text";
import { callOf } from "./sms";

/** A shop opens its portal to a client: what is in there, and the way in. */
export async function invitationMessage(facts: InvitationFacts): Promise<Written> {
  const { origin, agency, person, url, until } = facts;
  const lead = `Everything ${agency.name} has for you is in one place: what to read, choose and pay, and when we come.`;
  const note = `The link opens once, on one phone or computer, until ${until}. You stay signed in there.`;
  const questions = `Questions? ${callOf(agency.name, agency.phone)}`;
  const footnote = `For ${person}. This link opens as you, so please don’t forward it.`;
  return {
    subject: `${agency.name}: Client Portal Access`,
    text: plainText(`${agency.name}: Client Portal Access`, lead, ["Open your portal:", url], note, [
      questions,
      footnote,
    ]),
    html: await letterHtml({
      origin,
      shop: agency,
      preheader: note,
      heading: "Client Portal Access",
      lead,
      footnote,
      children: (
        <>
          <Action href={url} colour={agency.brandColour}>
            Open your portal
          </Action>
          <Note>{note}</Note>
          <Note>{questions}</Note>
          <PasteAddress url={url} />
        </>
      ),
    }),
  };
}
