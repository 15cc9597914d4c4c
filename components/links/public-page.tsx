import type { ReactNode } from "react";
import { LatchkeyMark } from "@/components/ui/logo";

type Props = {
  /** Whose page it is; Latchkey’s own unless a shop’s name is given. */
  header?: ReactNode;
  /** Gates stand in the middle, what is typed into stands above it, clear of a phone’s keyboard. */
  place?: "top" | "middle";
  /** What can be done: at the thumb on a phone, below the words on a larger screen. */
  actions?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
};

/** A gate is a little above the middle of a tall phone; a short one keeps the room for the words. */
const places = {
  middle: "justify-center pt-4 pb-8 [@media(min-height:700px)]:pb-22 sm:pb-0!",
  top: "pt-18 pb-10 sm:pt-0 sm:pb-0",
};

/** A page of one column for somebody who is not signed in. It needs no script. */
export function PublicPage({ header, place = "middle", actions, foot, children }: Props) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-110 flex-col px-5 pb-5 sm:justify-center sm:py-14">
      <header className="sm:mb-10">{header ?? <LatchkeyHeader />}</header>
      <main className="flex grow flex-col sm:grow-0">
        <div className={`flex grow flex-col ${places[place]}`}>{children}</div>
        {actions && <div className="grid gap-1.5 pb-0.5 sm:mt-8">{actions}</div>}
      </main>
      {foot && <footer className="mt-4 text-15 leading-5.5 text-ink-2 sm:mt-8">{foot}</footer>}
    </div>
  );
}

const LatchkeyHeader = () => (
  <p className="flex min-h-18 items-center pl-0.5">
    <LatchkeyMark large />
  </p>
);
