import { Resend } from "resend";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import type { Attachment, Delivery, EarlierTry, NotSent, Outgoing } from "./deliver";

const timeoutMs = 10_000;
/** How long Resend remembers a key. After that a retry could arrive twice, so it is not made. */
const keyLivesMs = 24 * 60 * 60_000;

/**
 * Sends one e-mail by Resend. The message's id is the idempotency key, so a retry of what arrived sends nothing: the same
 * body gets the first answer again, and another body (its token is new) is refused, which means "earlier".
 */
export async function sendEmail(outgoing: Outgoing, { firstTriedAt, now }: EarlierTry): Promise<Delivery> {
  if (!isMailbox(outgoing.to)) return refused(false, "This isn’t an email address that we can send to.");
  if (firstTriedAt && now.getTime() - firstTriedAt.getTime() >= keyLivesMs) {
    return refused(false, "The email service gave no clear answer for a day. The message may have arrived.");
  }
  const { data: accepted, error } = await resend().emails.send(
    {
      from: sender(outgoing.from),
      to: [outgoing.to],
      replyTo: outgoing.replyTo && isMailbox(outgoing.replyTo) ? outgoing.replyTo : undefined,
      subject: oneLine(outgoing.subject),
      text: outgoing.text,
      html: outgoing.html,
      ...(outgoing.attachment && { attachments: [attached(outgoing.attachment)] }),
      tags: [{ name: "message", value: outgoing.id }],
    },
    { idempotencyKey: outgoing.id, signal: AbortSignal.timeout(timeoutMs) },
  );
  if (accepted?.id) return { sent: { providerId: accepted.id, arrived: "now" } };
  if (error?.name === "invalid_idempotent_request") {
    return { sent: { providerId: outgoing.id, arrived: "earlier" } };
  }
  log.warn({ name: error?.name, status: error?.statusCode }, "Resend did not accept a message");
  return { notSent: reading(error?.name, error?.statusCode ?? null) };
}

const attached = ({ name, contentType, content }: Attachment) => ({
  filename: oneLine(name),
  contentType,
  content: content.toString("base64"),
});

const refused = (retry: boolean, cause: string): Delivery => ({
  notSent: { retry, mayHaveArrived: false, cause },
});

let client: Resend | undefined;

function resend(): Resend {
  const { RESEND_API_KEY, RESEND_BASE_URL } = env();
  client ??= new Resend(RESEND_API_KEY, { baseUrl: RESEND_BASE_URL });
  return client;
}

const unusable = "The email service didn’t accept this address or message.";
const misconfigured =
  "Sending email isn’t set up correctly. Whoever looks after Latchkey here has to fix it.";

/** What Resend's refusals mean to the office; whatever is not in here is worth another try. */
const refusals: Record<string, Pick<NotSent, "retry" | "cause">> = {
  validation_error: { retry: false, cause: unusable },
  missing_required_field: { retry: false, cause: unusable },
  invalid_parameter: { retry: false, cause: unusable },
  invalid_from_address: { retry: false, cause: misconfigured },
  invalid_access: { retry: false, cause: misconfigured },
  invalid_region: { retry: false, cause: misconfigured },
  missing_api_key: { retry: false, cause: misconfigured },
  invalid_api_key: { retry: false, cause: misconfigured },
  restricted_api_key: { retry: false, cause: misconfigured },
  security_error: { retry: false, cause: misconfigured },
  not_found: { retry: false, cause: misconfigured },
  method_not_allowed: { retry: false, cause: misconfigured },
  monthly_quota_exceeded: { retry: false, cause: "This month’s email allowance is used up." },
  daily_quota_exceeded: { retry: true, cause: "Today’s email allowance is used up." },
  rate_limit_exceeded: { retry: true, cause: "The email service is busy." },
};

function reading(name: string | undefined, status: number | null): NotSent {
  const known = name ? refusals[name] : undefined;
  if (known) return { ...known, mayHaveArrived: false };
  const open = { retry: true, mayHaveArrived: true };
  if (status === null) return { ...open, cause: "The email service can’t be reached." };
  return { ...open, cause: "The email service has a problem of its own." };
}

/** `"Fernleigh Property" <links@latchkey.example>`: the shop's name, quoted, before the address we send from. */
function sender(name: string): string {
  const from = env().MAIL_FROM ?? "";
  const address = /<([^<>]+)>/.exec(from)?.[1] ?? from;
  return `"${oneLine(name).replace(/["\\]/g, "\\$&")}" <${address.trim()}>`;
}

/** Whatever could end a header's line becomes a space. */
const oneLine = (text: string) =>
  Array.from(text, (character) => (isControl(character) ? " " : character))
    .join("")
    .trim();

const isControl = (character: string) => /\p{Cc}|\u2028|\u2029/u.test(character);

/** One plain mailbox: no display name, comment, list or quoting in which a second recipient could hide. */
const isMailbox = (address: string) =>
  address.length <= 254 && /^[^\s<>()[\],;:"\\@\p{Cc}]{1,64}@[^\s<>()[\],;:"\\@\p{Cc}]+$/u.test(address);
