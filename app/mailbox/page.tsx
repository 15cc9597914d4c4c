import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { LatchkeyKey } from "@/components/ui/logo";
import { isMailboxOpen, listMailbox } from "@/lib/delivery/mailbox";
import { MessageList } from "./message-list";
import { MessageView } from "./message-view";
import { shownMessages } from "./shown-message";
import { StartHere } from "./start-here";

export const metadata: Metadata = { title: "Dev mailbox" };

type Props = { searchParams: Promise<{ show?: string; id?: string }> };

/** Every message that would have been sent, on a computer where nothing is sent. Nobody is asked who they are here. */
export default async function MailboxPage({ searchParams }: Props) {
  if (!isMailboxOpen(await headers())) notFound();
  const { show, id } = await searchParams;
  const all = await shownMessages(await listMailbox(), new Date());
  const channel = show === "email" || show === "sms" ? show : undefined;
  const messages = channel ? all.filter((message) => message.channel === channel) : all;
  const open = messages.find((message) => message.id === id);
  const beside = open ?? messages[0];
  return (
    <div className="flex min-h-dvh flex-col lg:h-dvh">
      <TopBar />
      <main className="flex min-h-0 flex-1 flex-col lg:grid lg:grid-cols-[28.5rem_1fr]">
        <div className={`${open ? "hidden lg:block" : ""} min-h-0 overflow-y-auto border-line lg:border-r`}>
          <StartHere messages={all} />
          <MessageList messages={messages} channel={channel} openId={beside?.id} />
        </div>
        <div className={`${open ? "flex" : "hidden lg:flex"} min-h-0 min-w-0 flex-1 flex-col bg-paper`}>
          {beside ? <MessageView message={beside} channel={channel} /> : <NothingYet />}
        </div>
      </main>
    </div>
  );
}

function TopBar() {
  return (
    <header className="flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 bg-ink px-5 py-2.5 text-surface dark:bg-sunken dark:text-ink">
      <LatchkeyKey size={20} />
      <h1 className="text-15 font-600">Dev mailbox</h1>
      <p className="text-14 opacity-80">
        Local demo only. Every email and SMS Latchkey would send lands here. Nothing leaves this computer.
      </p>
    </header>
  );
}

function NothingYet() {
  return (
    <div className="m-auto p-6">
      <EmptyState heading="No messages yet">
        Dispatch a job or ask for a sign-in link, and the message appears here.
      </EmptyState>
    </div>
  );
}
