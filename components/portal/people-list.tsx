import { initials } from "@/components/ui/avatar";
import type { ClientPerson } from "@/lib/portal/views";

/** Whom a client meets, and how to reach them. */
export function PeopleList({ people }: { people: ClientPerson[] }) {
  return (
    <ul className="divide-y divide-line">
      {people.map(({ name, about, phone }) => (
        <li key={`${name} ${about}`} className="flex min-h-15 items-center gap-3 py-2.5">
          <span
            aria-hidden
            className="flex size-9 shrink-0 items-center justify-center rounded-full bg-sunken text-12 font-600 text-ink-2"
          >
            {initials(name)}
          </span>
          <p className="min-w-0 grow">
            <span className="block text-16 sm:text-15">{name}</span>
            <span className="block text-14 text-ink-2 sm:text-13">{about}</span>
          </p>
          {phone && (
            <a
              href={phone.href}
              className="text-link inline-flex min-h-11 items-center whitespace-nowrap text-15"
            >
              {phone.words}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
