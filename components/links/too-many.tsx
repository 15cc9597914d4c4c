import { Hourglass } from "lucide-react";
import { AskAgain, WhenAgain } from "./ask-again";
import type { Audience } from "./link-words";
import { OtherLink } from "./main-button";
import { PageMark } from "./page-mark";
import { PublicPage } from "./public-page";

type Props = {
  audience: Audience;
  /** When another link may be asked for, in words: “in 12 minutes”, and in seconds. */
  at: string;
  secondsLeft: number;
  /** How long a link lives. */
  minutes: number;
  /** Asking again: where to, and what it posts. */
  again: { action: string; sent: Record<string, string> };
  changeHref: string;
};

/** Three links an hour to one address, whoever it belongs to, and when there may be a fourth. */
export function TooManyRequests({ audience, at, secondsLeft, minutes, again, changeHref }: Props) {
  return (
    <PublicPage
      place="top"
      actions={
        <>
          <AskAgain {...again} at={at} secondsLeft={secondsLeft} />
          <OtherLink href={changeHref}>
            Use a different email{audience === "client" && " or number"}
          </OtherLink>
        </>
      }
    >
      <PageMark icon={Hourglass} tone="wait" />
      <h1 className="text-34 font-650 text-balance">Too many requests</h1>
      <p className="mt-2.5 text-17 text-ink-2">
        We send up to three links an hour to one address. You can ask again{" "}
        <strong className="font-600 text-ink">
          <WhenAgain at={at} secondsLeft={secondsLeft} />
        </strong>
        .
      </p>
      <section className="mt-7 border-t border-line pt-5">
        <h2 className="text-16 font-550">In the meantime</h2>
        <p className="mt-1.5 text-16">
          Any link we’ve already sent you still works, for {minutes} minutes after it was sent. Check your
          spam or junk folder.
        </p>
      </section>
    </PublicPage>
  );
}
