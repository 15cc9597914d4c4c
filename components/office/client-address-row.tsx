import { Mail, MessageSquare } from "lucide-react";
import { Button } from "@/components/ui/button";
import { ActionForm } from "./action-form";
import { type ClientProgress, Progress } from "./client-progress";
import type { FormAction } from "./form-state";

export type ClientAddress = {
  address: string;
  words: string;
  channel: "email" | "sms";
  progress: ClientProgress | null;
};

type Props = {
  person: string;
  to: ClientAddress;
  /** What it means that nothing was sent there. */
  none: string;
  /** Missing for whoever may only look. */
  send: { action: FormAction; sends: Record<string, string> } | null;
  /** In a narrow column how far it has come stands under the address. */
  narrow?: boolean;
};

/** One address of a client: how far what was sent there has come, and a button that sends it, or sends it again. */
export function ClientAddressRow({ person, to, none, send, narrow = false }: Props) {
  const { words, channel, progress } = to;
  const Icon = channel === "email" ? Mail : MessageSquare;
  const act = progress ? "Send again" : "Send";
  return (
    <li
      className={`grid grid-cols-[1.25rem_minmax(0,1fr)_auto] items-center gap-y-1 py-2.5 [&_[role=alert]]:col-span-full [&_[role=status]]:col-span-full [&_[role=status]]:justify-self-end ${narrow ? "gap-x-3" : "gap-x-4 sm:grid-cols-[1.25rem_minmax(0,2fr)_minmax(0,1fr)_7rem]"}`}
    >
      <Icon aria-hidden size={16} className="text-ink-2" />
      <p className="min-w-0 text-14">
        <span className="block font-500 wrap-anywhere">{person}</span>
        <span className="block text-13 text-ink-3 wrap-anywhere">{words}</span>
      </p>
      <div className={narrow ? "col-start-2" : "max-sm:col-start-2"}>
        <Progress progress={progress} none={none} />
      </div>
      {send && (
        <ActionForm {...send} className="contents">
          <span
            className={`justify-self-end ${narrow ? "col-start-3 row-span-2 row-start-1" : "max-sm:col-start-3 max-sm:row-span-2 max-sm:row-start-1"}`}
          >
            <Button aria-label={`${act} to ${words} by ${channel === "email" ? "email" : "SMS"}`}>
              {act}
            </Button>
          </span>
        </ActionForm>
      )}
    </li>
  );
}
