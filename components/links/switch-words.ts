import type { Words } from "./link-words";

/** Somebody at a business. */
export type PersonAt = { firstName: string; shop: string };

type Switching = {
  here: PersonAt;
  other: PersonAt;
  /** Whether both go by one first name, so that it would tell nobody apart. */
  samePerson: boolean;
};

/**
 * What a link says in a browser that somebody else is signed in to, and its two buttons. It tells the two apart by what
 * differs: their names, else the business; where neither does, it says so.
 */
export function switchWords({ here, other, samePerson }: Switching): Words & { stay: string; go: string } {
  if (!samePerson) {
    return {
      heading: `You are ${here.firstName} here.`,
      sentence: `This link is for ${other.firstName}. If you switch, ${here.firstName} is signed out in this browser.`,
      stay: `Continue as ${here.firstName}`,
      go: `Switch to ${other.firstName}`,
    };
  }
  if (here.shop !== other.shop) {
    return {
      heading: `You’re at ${here.shop} here.`,
      sentence: `This link opens ${other.shop}. If you go there, you are signed out of ${here.shop} in this browser.`,
      stay: `Stay at ${here.shop}`,
      go: `Go to ${other.shop}`,
    };
  }
  return {
    heading: `You are ${here.firstName} here.`,
    sentence: `This link is for another ${other.firstName} at ${other.shop}. If you use it, you are signed out in this browser.`,
    stay: "Stay as you are",
    go: "Use this link",
  };
}
