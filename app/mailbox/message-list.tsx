import { Check, Key, Mail, MessageSquare, X } from "lucide-react";
import type { LinkState } from "./link-states";
import type { ShownMessage } from "./shown-message";

type Channel = "email" | "sms" | undefined;

const filters: { channel: Channel; label: string }[] = [
  { channel: undefined, label: "All" },
  { channel: "email", label: "Email" },
  { channel: "sms", label: "SMS" },
];

/** Where the mailbox shows these messages, and this one of them. */
export function mailboxHref(channel: Channel, id?: string): string {
  const query = new URLSearchParams({ ...(channel && { show: channel }), ...(id && { id }) });
  return query.size > 0 ? `/mailbox?${query}` : "/mailbox";
}

type ListProps = { messages: ShownMessage[]; channel: Channel; openId: string | undefined };

/** The messages, newest first, under the choice of channel. */
export function MessageList({ messages, channel, openId }: ListProps) {
  return (
    <>
      <div className="flex items-center justify-between gap-3 border-b border-line px-5 py-3">
        <nav aria-label="Channel" className="flex rounded-control border border-line bg-sunken p-px">
          {filters.map((filter) => (
            <a
              key={filter.label}
              href={mailboxHref(filter.channel)}
              aria-current={filter.channel === channel ? "page" : undefined}
              className="inline-flex min-h-8 items-center rounded-[0.4375rem] border border-transparent px-3.5 text-14 font-500 text-ink-2 aria-[current]:border-line-2 aria-[current]:bg-surface aria-[current]:text-ink aria-[current]:shadow-control pointer-coarse:min-h-11"
            >
              {filter.label}
            </a>
          ))}
        </nav>
        <p className="text-13 text-ink-3">
          {messages.length} {messages.length === 1 ? "message" : "messages"}
        </p>
      </div>
      <ul>
        {messages.map((message) => (
          <li key={message.id} className="border-b border-line">
            <MessageRow
              message={message}
              href={mailboxHref(channel, message.id)}
              isOpen={message.id === openId}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function MessageRow({ message, href, isOpen }: { message: ShownMessage; href: string; isOpen: boolean }) {
  const Icon = message.channel === "email" ? Mail : MessageSquare;
  return (
    <a
      href={href}
      aria-current={isOpen ? "true" : undefined}
      className="group grid grid-cols-[2.25rem_1fr] items-center gap-3 px-5 py-3 hover:bg-paper aria-[current]:lg:bg-accent-tint"
    >
      <span className="grid size-9 place-items-center rounded-control bg-sunken group-aria-[current]:lg:bg-surface">
        <Icon aria-hidden size={16} strokeWidth={1.75} />
        <span className="sr-only">{message.channel === "email" ? "Email to" : "SMS to"}</span>
      </span>
      <span className="min-w-0">
        <span className="flex items-baseline justify-between gap-3">
          <span className="truncate text-14 font-550">{message.to}</span>
          <span className="shrink-0 font-mono text-13 text-ink-2">{message.when}</span>
        </span>
        <span className="flex items-center justify-between gap-3 text-13 text-ink-2">
          <span className="truncate">{message.line}</span>
          {message.state && <State state={message.state} />}
        </span>
      </span>
    </a>
  );
}

const stateIcons = { Unused: Key, Used: Check, Expired: X, Stopped: X };

function State({ state }: { state: LinkState }) {
  const Icon = stateIcons[state];
  const look = state === "Unused" ? "font-500 text-accent" : "text-ink-3";
  return (
    <span className={`inline-flex shrink-0 items-center gap-1.5 ${look}`}>
      <Icon aria-hidden size={13} strokeWidth={1.75} />
      {state}
    </span>
  );
}
