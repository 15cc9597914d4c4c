import { Link2Off } from "lucide-react";
import { Button } from "@/components/ui/button";
import { LatchkeyMark } from "@/components/ui/logo";
import { LeftTaps } from "./left-taps";

type DeadLinkProps = {
  token: string;
  /** Whether it was one of ours once: such a link can ask for another. */
  known: boolean;
  asked: boolean;
};

/** A job link that opens nothing, whatever the reason; it names nobody. What the phone still keeps of it is shown. */
export function DeadLink({ token, known, asked }: DeadLinkProps) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-160 flex-col px-5 pb-6">
      <header className="pt-5.5">
        <LatchkeyMark large />
      </header>
      <main className="my-auto py-8">
        <span
          aria-hidden
          className="flex size-14 items-center justify-center rounded-full bg-sunken text-ink-2"
        >
          <Link2Off size={24} strokeWidth={2} />
        </span>
        <h1 className="mt-5 max-w-66 text-32 font-650">This job link doesn’t work</h1>
        <p className="mt-3 text-17 text-ink-2">
          Job links stop working after a while, and when a job goes to someone else.
        </p>
        <p className="mt-3 text-17 text-ink-2">
          Check your messages for a newer one, or call the property manager who sent it. They can send a new
          link in a few seconds.
        </p>
        {known && <AskForAnother token={token} asked={asked} />}
        <LeftTaps token={token} />
      </main>
    </div>
  );
}

function AskForAnother({ token, asked }: { token: string; asked: boolean }) {
  if (asked) {
    return (
      <p role="status" className="mt-6 text-17 font-550">
        We’ve told the office. They’ll send you a new link.
      </p>
    );
  }
  return (
    <form method="post" action={`/j/${token}/ask`} className="mt-8">
      <Button kind="primary" size="phone-main" className="w-full">
        Ask for a new link
      </Button>
    </form>
  );
}
