import { ArrowLeft, ArrowUpRight, Paperclip } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { CopyLink } from "./copy-link";
import { mailboxHref } from "./message-list";
import type { ShownMessage } from "./shown-message";

type ViewProps = { message: ShownMessage; channel: "email" | "sms" | undefined };

/** One message as its reader gets it: a letter in a frame of its own, or a text in a bubble. */
export function MessageView({ message, channel }: ViewProps) {
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-line bg-surface px-5 py-4 lg:min-h-19 lg:px-8">
        <div className="min-w-0">
          <a
            href={mailboxHref(channel)}
            className="mb-2 inline-flex min-h-11 items-center gap-2 text-14 lg:hidden"
          >
            <ArrowLeft aria-hidden size={16} strokeWidth={1.75} />
            All messages
          </a>
          <h2 className="text-17 font-600 wrap-anywhere">{message.heading}</h2>
          <p className="text-13 text-ink-3 wrap-anywhere">
            {message.from} to {message.to}
          </p>
        </div>
        {message.link && (
          <div className="flex gap-2.5 lg:gap-4">
            <CopyLink link={message.link} />
            <ButtonLink
              href={message.link}
              kind="primary"
              size="desk-tall"
              icon={<ArrowUpRight aria-hidden size={16} strokeWidth={1.75} />}
            >
              Open link
            </ButtonLink>
          </div>
        )}
      </div>
      {message.attachment && <Attached id={message.id} {...message.attachment} />}
      {message.hasHtml ? (
        <iframe
          title={message.heading}
          src={`/mailbox/${message.id}/letter`}
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          className="min-h-200 w-full flex-1 lg:min-h-0"
        />
      ) : (
        <Bubble text={message.text} />
      )}
    </>
  );
}

function Attached({ id, name, size }: { id: string; name: string; size: string }) {
  return (
    <p className="border-b border-line bg-surface px-5 py-2 lg:px-8">
      <ButtonLink
        href={`/mailbox/${id}/attachment`}
        download={name}
        icon={<Paperclip aria-hidden size={14} strokeWidth={1.75} />}
      >
        <span className="truncate">{name}</span>
        <span className="text-ink-3">{size}</span>
      </ButtonLink>
    </p>
  );
}

function Bubble({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/\S+)/);
  return (
    <div className="flex-1 overflow-y-auto px-5 py-7 lg:px-8">
      <p className="mx-auto max-w-96 rounded-dialog rounded-bl-[0.25rem] bg-accent-tint px-4 py-3 text-16 whitespace-pre-wrap wrap-anywhere">
        {parts.map((part, place) =>
          place % 2 === 1 ? (
            <a key={part} href={part} className="font-mono text-14 underline underline-offset-4">
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </p>
    </div>
  );
}
