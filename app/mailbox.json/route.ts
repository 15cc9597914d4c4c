import { answer, problem } from "@/lib/auth/problem";
import { isMailboxOpen, listMailbox } from "@/lib/delivery/mailbox";
import { refuse } from "@/lib/outcome";

/** The mailbox for scripts and tests: every message that would have been sent, newest first; those `to` one address if said. */
export async function GET(request: Request): Promise<Response> {
  if (!isMailboxOpen(request.headers)) return problem(refuse("not-found"));
  const to = new URL(request.url).searchParams.get("to");
  const letters = (await listMailbox()).filter((letter) => to === null || letter.to === to);
  return answer(
    letters.map(({ id, to, channel, subject, text, links, attachment, sentAt }) => ({
      id,
      to,
      channel,
      subject,
      text,
      links,
      attachment: attachment?.name ?? null,
      sentAt,
    })),
  );
}
