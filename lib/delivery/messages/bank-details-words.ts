import { lines } from "./dispatch-text";
import type { BankToClientFacts, BankToOfficeFacts } from "./facts";
import { callOf } from "./sms";

/**
 * What is said of a change of bank details, in the letter and in the SMS alike. None of the numbers is in it, and no link of
 * a client's: whoever gets such a message by somebody else's hand has nothing to tap.
 */

/** To a client: what becomes of the details, and what to do about it. */
export function bankToClientWords({ agency: { name, phone }, what, when }: BankToClientFacts) {
  const told = {
    coming: {
      heading: "Our bank details are changing",
      says: `They change on ${when}. Until then, pay into the account on your online invoice.`,
    },
    "in-force": {
      heading: "Our bank details have changed",
      says: "Your online invoice shows the new ones from now on.",
    },
    withdrawn: {
      heading: "Our bank details stay as they are",
      says: "We told you of a change. It was taken back, so nothing changes.",
    },
    "first-coming": {
      heading: "You can soon pay by bank transfer",
      says: `From ${when}, the account is on your online invoice.`,
    },
    "first-in-force": {
      heading: "You can now pay by bank transfer",
      says: "The account is on your online invoice.",
    },
    "first-withdrawn": {
      heading: "Bank transfer isn’t offered for now",
      says: "We told you that you could soon pay by it. That was taken back, so don’t wait for an account.",
    },
  }[what];
  const never = "We never send bank details by email or text.";
  const look = `If a message gives you an account to pay into, don’t pay. ${callOf(name, phone)}`;
  return { ...told, never, look };
}

export function bankToClientSms(facts: BankToClientFacts): string {
  const { heading, says, never, look } = bankToClientWords(facts);
  return lines(...[`${facts.agency.name}: ${lowerFirst(heading)}.`, says, `${never} ${look}`].map(straight));
}

/** To the office: what one of them did, and what the others can still do about it. */
export function bankToOfficeWords({ origin, person, what, when }: BankToOfficeFacts) {
  const told = {
    proposed: {
      heading: `${person} proposed new bank details`,
      says: "Nothing changes until a second owner or manager confirms them. If nobody in your office meant to change them, have them taken back, and sign everyone else out in Settings → Security.",
    },
    confirmed: {
      heading: `${person} confirmed new bank details`,
      says: `They take effect on ${when}. Until then any owner or manager of your office can take them back. Clients with something to pay are told of it now.`,
    },
    withdrawn: {
      heading: `${person} took the new bank details back`,
      says: "What was in force stays in force.",
    },
    lapsed: {
      heading: "The new bank details did not take effect",
      says: `${person} is no longer an owner or manager of your office, and new details need two who are. What was in force stays in force. Two of you can propose and confirm them anew.`,
    },
  }[what];
  return { ...told, url: `${origin}/settings/bank` };
}

export function bankToOfficeSms(facts: BankToOfficeFacts): string {
  const { heading, says, url } = bankToOfficeWords(facts);
  return lines(...[`${facts.agency.name}: ${heading}.`, says].map(straight), url);
}

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1);

/** With straight apostrophes: a single curly one doubles what a text costs. */
const straight = (words: string) => words.replaceAll("’", "'");
