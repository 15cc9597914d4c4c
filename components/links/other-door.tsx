import type { Audience } from "./link-words";

const doors: Record<Audience, { href: string; words: string }> = {
  staff: { href: "/client-login", words: "A client? Sign in here." },
  client: { href: "/sign-in", words: "Work in an office? Sign in here." },
};

/** At the foot of one sign-in page: the way to the other, for whoever came to the wrong one. */
export function OtherDoor({ audience }: { audience: Audience }) {
  const { href, words } = doors[audience];
  return (
    <p>
      <a href={href} className="inline-flex min-h-11 items-center font-500 text-brand">
        {words}
      </a>
    </p>
  );
}
