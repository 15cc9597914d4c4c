import { Segmented } from "@/components/ui/segmented";
import type { Candidate, ContractDraft } from "@/lib/contracts/views";

const orders = [
  { value: "any", label: "All at once" },
  { value: "set", label: "One after another" },
];

type Props = { draft: ContractDraft; problem: string | undefined };

/** Who signs, as what, and in which order. The office signs as well, whenever it likes. */
export function ContractSignees({ draft: { candidates, order }, problem }: Props) {
  return (
    <fieldset className="group grid gap-3">
      <legend className="mb-1.5 text-13 font-500">Who signs</legend>
      {candidates.length === 0 && (
        <p className="text-14 text-ink-3">This client has no address yet. Add one on their page.</p>
      )}
      <ul className="divide-y divide-line border-y border-line">
        {candidates.map((candidate) => (
          <li key={candidate.key} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5">
            <Signer candidate={candidate} />
          </li>
        ))}
      </ul>
      {problem && <p className="text-13 text-question">{problem}</p>}
      <div className="max-w-80">
        <Segmented name="order" legend="Order" choices={orders} initial={order} />
      </div>
    </fieldset>
  );
}

function Signer({ candidate: { key, name, reach, role, place, signs } }: { candidate: Candidate }) {
  const small = "field-box min-h-9 rounded-control px-2.5 text-14 pointer-coarse:min-h-11";
  return (
    <>
      <input type="hidden" name="person" value={key} />
      <label className="flex min-w-48 flex-1 items-center gap-3 text-14">
        <input
          type="checkbox"
          name="signs"
          value={key}
          defaultChecked={signs}
          className="size-4.5 accent-accent"
        />
        <span className="min-w-0">
          <span className="block font-500">{name}</span>
          <span className="block text-13 text-ink-3 wrap-anywhere">{reach}</span>
        </span>
      </label>
      <input
        name="role"
        aria-label={`What ${name} signs as`}
        placeholder="Owner"
        defaultValue={role}
        maxLength={80}
        className={`${small} w-36`}
      />
      <label className="hidden items-center gap-2 text-13 text-ink-2 group-has-[input[value=set]:checked]:flex">
        Turn
        <input
          type="number"
          name="place"
          aria-label={`When ${name}’s turn comes`}
          min={1}
          max={20}
          defaultValue={place}
          className={`${small} w-16`}
        />
      </label>
    </>
  );
}
