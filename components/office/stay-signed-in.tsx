import type { FormAction } from "./form-state";
import { type Length, SessionLength } from "./session-length";

type Props = {
  lengths: Length[];
  /** Missing for whoever may not change it: they read how it is. */
  action: FormAction | undefined;
};

const says = {
  client: "30 days keeps a routine invoice to one tap",
  staff: "Shortening either signs out older sessions now",
};

/** How long people stay signed in after they were last here. */
export function StaySignedIn({ lengths, action }: Props) {
  return (
    <section aria-labelledby="lengths-heading">
      <h2 id="lengths-heading" className="text-16 font-600">
        Stay signed in
      </h2>
      <p className="text-14 text-ink-3">
        Counted from the last time they used Latchkey. Each sign-in belongs to one device and one browser.
      </p>
      <div className="mt-4 grid gap-2.5">
        {lengths.map((length) =>
          action ? (
            <SessionLength key={length.kind} length={length} says={says[length.kind]} action={action} />
          ) : (
            <p key={length.kind} className="flex text-14">
              <span className="w-34 font-500">{length.people}</span>
              <span className="text-ink-2">{length.days === 1 ? "1 day" : `${length.days} days`}</span>
            </p>
          ),
        )}
      </div>
    </section>
  );
}
