import { dayIn, recently } from "@/lib/dates";
import { addressWords } from "@/lib/people/client-addresses";
import type { Link, Moment } from "./link-trail";

/** One person on the phone: the client, or their partner. */
export type Caller = {
  active: boolean;
  portalAccess: boolean;
  email: string | null;
  phone: string | null;
  /** Their newest links, the newest first. */
  links: Link[];
  /** The browsers that they are signed in on. */
  devices: string[];
};

type Channel = "email" | "sms";

export type Act =
  | { kind: "send"; channel: Channel; address: string }
  | { kind: "recover"; address: string }
  | { kind: "client"; words: string };

export type Step = {
  name: "contact" | "issued" | "delivered" | "recovery";
  title: string;
  words: string;
  /** done: nothing to do here. here: begin with this one. next: only when the ones before did not help. */
  state: "done" | "here" | "next";
  acts: Act[];
};

type Found = Omit<Step, "name" | "state"> & { isDone: boolean };

const dayMs = 24 * 3_600_000;

/** What to do for somebody who can’t get in, to be worked down in order: the first step that is not done is the one. */
export function cantGetIn(caller: Caller, moment: Moment): Step[] {
  const lately = caller.links.filter(
    ({ channel, issuedAt }) => channel !== "copy" && moment.now.getTime() - issuedAt.getTime() < dayMs,
  );
  const found: [Step["name"], Found][] = [
    ["contact", contactStep(caller)],
    ["issued", issuedStep(caller, lately, moment)],
    ["delivered", deliveredStep(caller, lately[0], moment)],
    ["recovery", recoveryStep(caller)],
  ];
  const at = found.findIndex(([, { isDone }]) => !isDone);
  return found.map(([name, { isDone, ...step }], place) => ({
    name,
    ...step,
    state: place === at ? "here" : isDone ? "done" : "next",
  }));
}

function contactStep({ active, portalAccess, email, phone }: Caller): Found {
  const addresses = [phone, email]
    .filter((address) => address !== null)
    .map((address) => addressWords(address));
  if (!active)
    return {
      title: "This client is not active",
      words: "They are sent nothing, and no link of theirs opens. Make them active first.",
      isDone: false,
      acts: [{ kind: "client", words: "Open the client" }],
    };
  if (addresses.length === 0)
    return {
      title: "There is no address",
      words: "Nothing can be sent to them. Add an email address or a mobile number first.",
      isDone: false,
      acts: [{ kind: "client", words: "Add an address" }],
    };
  if (!portalAccess)
    return {
      title: "Portal access is off",
      words: "Only links to documents work for them. Switch it on, and they can sign in.",
      isDone: false,
      acts: [{ kind: "client", words: "Switch it on" }],
    };
  return {
    title: "Contact is right",
    words: `Active. Check with them: ${addresses.join(" and ")}.`,
    isDone: true,
    acts: [],
  };
}

function issuedStep(caller: Caller, lately: Link[], { now, zone }: Moment): Found {
  if (lately.length === 0) {
    const acts = sendActs(caller);
    return {
      title: "No link was issued",
      words: `None in the last day.${acts.length > 0 ? " Send one now." : ""}`,
      isDone: false,
      acts,
    };
  }
  const isToday = lately.every(({ issuedAt }) => dayIn(issuedAt, zone) === dayIn(now, zone));
  const times = ["Once", "Twice"][lately.length - 1] ?? `${lately.length} times`;
  return {
    title: "Link was issued",
    words: `${times} ${isToday ? "today" : "in the last day"}, ${channelWords(lately)}.`,
    isDone: true,
    acts: [],
  };
}

function channelWords(lately: Link[]): string {
  const bySms = lately.filter(({ channel }) => channel === "sms").length;
  if (bySms > 0 && bySms < lately.length) return "by SMS and by email";
  const way = bySms > 0 ? "by SMS" : "by email";
  return lately.length === 1 ? way : lately.length === 2 ? `both ${way}` : `all ${way}`;
}

function deliveredStep(caller: Caller, newest: Link | undefined, moment: Moment): Found {
  if (!newest)
    return { title: "Was it delivered?", words: "Wait for the link to be sent.", isDone: false, acts: [] };
  const [same, other] = waysOn(caller, newest);
  if (newest.bouncedAt) return bouncedStep(caller, newest, other);
  const over = whyOver(newest, caller, moment);
  if (over)
    return { title: "Send a new link", words: over, isDone: false, acts: [...same, ...(other ?? [])] };
  if (newest.deliveredAt || newest.openedAt)
    return {
      title: "Link was delivered",
      words: arrivedWords(newest, moment),
      isDone: true,
      acts: [],
    };
  const to = addressWords(newest.address);
  return {
    title: newest.sentAt ? "Delivery is not confirmed" : "On its way",
    words: newest.sentAt
      ? `Sent to ${to} ${at(newest.sentAt, moment)}. If they can’t find it, try the other channel.`
      : `It is waiting to be sent to ${to}. Give it a minute, then reload.`,
    isDone: false,
    acts: other ?? [],
  };
}

/** `at 11:20` of today, `Thu 23:00` of yesterday. */
const at = (when: Date, { now, zone, locale }: Moment) =>
  `${dayIn(when, zone) === dayIn(now, zone) ? "at " : ""}${recently(when, zone, now, locale)}`;

/** What to tell whoever has the message and is not in. */
function arrivedWords(link: Link, moment: Moment): string {
  const { openedAt, deliveredAt, issuedAt, address } = link;
  if (!openedAt)
    return `To ${addressWords(address)} ${at(deliveredAt ?? issuedAt, moment)}. Ask them to open the newest message, and to look in spam.`;
  const opened = `Opened ${recently(openedAt, moment.zone, moment.now, moment.locale)}`;
  return link.class === "standing"
    ? `${opened}. It opens that document alone, any number of times.`
    : `${opened} and not used. Ask them to open it again and tap Continue.`;
}

function bouncedStep(caller: Caller, { bounceReason }: Link, other: Act[] | undefined): Found {
  const say = (words: string) => `${bounceReason?.replace(/\.?$/, ".") ?? ""} ${words}`.trim();
  if (other)
    return {
      title: "Not delivered: try the other channel",
      words: say(workedBefore(caller, other)),
      isDone: false,
      acts: other,
    };
  if (caller.active && !caller.portalAccess)
    return {
      title: "Not delivered",
      words: say("Send the document again from their page."),
      isDone: false,
      acts: [{ kind: "client", words: "Open the client" }],
    };
  return {
    title: "Not delivered: there is no other channel",
    words: say("Check the address with them."),
    isDone: false,
    acts: [{ kind: "client", words: "Change the address" }],
  };
}

/** Why the newest link opens nothing any more, where that is so. */
function whyOver(link: Link, { devices }: Caller, moment: Moment): string | undefined {
  if (link.spentAt) {
    const where = devices.length > 0 ? ` They are signed in on ${devices.join(" and on ")}.` : "";
    return `The newest was used ${at(link.spentAt, moment)}, and each opens once, on one phone or computer.${where}`;
  }
  if (link.discardedAt) return "The newest was put away, unused.";
  if (link.retiredAt) return "The newest was ended before it was used.";
  if (link.closedAt) return `What it opened is settled${link.closedAs ? ` (${link.closedAs})` : ""}.`;
  return link.expiresAt <= moment.now ? `The newest ran out ${at(link.expiresAt, moment)}.` : undefined;
}

/** The same channel again, and the other one; nothing for a channel that has no address or whose link would not open. */
function waysOn(caller: Caller, { channel }: Link): [same: Act[], other: Act[] | undefined] {
  const acts = sendActs(caller);
  const other = acts.filter((act) => act.kind === "send" && act.channel !== channel);
  const same = acts.filter((act) => !other.includes(act));
  return [same, other.length > 0 ? other : undefined];
}

function workedBefore({ links }: Caller, [act]: Act[]): string {
  const arrived = links.some(
    ({ channel, deliveredAt, openedAt, spentAt }) =>
      act?.kind === "send" && channel === act.channel && (deliveredAt ?? openedAt ?? spentAt) !== null,
  );
  if (!arrived || act?.kind !== "send") return "";
  return act.channel === "email" ? "Email has worked before." : "SMS has worked before.";
}

/** A sign-in link by each channel that reaches them; none where it would not open. */
function sendActs({ active, portalAccess, email, phone }: Caller): Act[] {
  if (!active || !portalAccess) return [];
  const acts: Act[] = [];
  if (phone) acts.push({ kind: "send", channel: "sms", address: phone });
  if (email) acts.push({ kind: "send", channel: "email", address: email });
  return acts;
}

function recoveryStep({ active, email, phone, links }: Caller): Found {
  const last = links.find(({ address }) => address !== "" && (address === email || address === phone));
  const address = last?.address ?? email ?? phone;
  return {
    title: "Still stuck: recovery link",
    words:
      "One use, 30 minutes. Read it to them, or send it yourself. With it they read everything, and can’t sign or approve. Recorded under your name.",
    isDone: false,
    acts: active && address ? [{ kind: "recover", address }] : [],
  };
}
