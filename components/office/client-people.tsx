import { Avatar } from "@/components/ui/avatar";

export type ClientPerson = {
  isPartner: boolean;
  name: string;
  addresses: { address: string; words: string; channel: "email" | "sms" }[];
};

/** Who they are: the client, and the partner beside them, with the ways to reach each. */
export function ClientPeople({ people }: { people: ClientPerson[] }) {
  return (
    <dl className="grid gap-5 pb-6 sm:grid-cols-2">
      {people.map(({ isPartner, name, addresses }) => (
        <div key={isPartner ? "partner" : "client"} className="relative min-w-0 pl-10">
          <dt className="text-12 text-ink-3">
            <span className="absolute top-0 left-0">
              <Avatar name={name} />
            </span>
            {isPartner ? "Partner" : "Client"}
          </dt>
          <dd className="text-15 font-600 wrap-anywhere">{name}</dd>
          {addresses.map(({ address, words, channel }) => (
            <dd key={address} className="text-14 text-ink-2 wrap-anywhere">
              <a
                href={`${channel === "email" ? "mailto" : "tel"}:${address}`}
                className="pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
              >
                {words}
              </a>
            </dd>
          ))}
          {addresses.length === 0 && <dd className="text-14 text-ink-3">No address yet</dd>}
        </div>
      ))}
    </dl>
  );
}
