import { HardHat, Inbox } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import type { ShownMessage } from "./shown-message";

/** Ways into the demo, from the newest message whose link still opens. */
export function StartHere({ messages }: { messages: ShownMessage[] }) {
  const newest = (place: string, ...states: ShownMessage["state"][]) =>
    messages.find(
      ({ link, state }) => link && new URL(link).pathname.startsWith(place) && states.includes(state),
    )?.link;
  const job = newest("/j/", "Unused", "Used");
  return (
    <nav aria-label="Start here" className="border-b border-line px-5 pt-4.5 pb-4">
      <p className="text-13 font-600">Start here: open a link as</p>
      <div className="mt-2.5 grid grid-cols-2 gap-2">
        {job && (
          <ButtonLink href={job} size="desk-tall" icon={<HardHat aria-hidden size={16} strokeWidth={1.75} />}>
            Contractor
          </ButtonLink>
        )}
        <ButtonLink
          href={newest("/l/", "Unused") ?? "/sign-in"}
          size="desk-tall"
          icon={<Inbox aria-hidden size={16} strokeWidth={1.75} />}
        >
          Manager
        </ButtonLink>
      </div>
    </nav>
  );
}
