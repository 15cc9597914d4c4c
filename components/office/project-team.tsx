type Props = {
  /** Everybody of the office, and whether they are named to the client. */
  team: { id: string; name: string; jobTitle: string; chosen: boolean }[];
};

/** Whom of the office the client of a project meets. */
export function ProjectTeam({ team }: Props) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-13 font-500">People the client sees</legend>
      <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {team.map(({ id, name, jobTitle, chosen }) => (
          <label key={id} className="flex min-h-8 items-start gap-2.5 text-14 pointer-coarse:min-h-11">
            <input
              type="checkbox"
              name="memberIds"
              value={id}
              defaultChecked={chosen}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span>
              {name}
              <span className="block text-13 text-ink-3">{jobTitle}</span>
            </span>
          </label>
        ))}
      </div>
      <p className="mt-1.5 text-13 text-ink-3">
        With their title and their phone number, on the client’s home.
      </p>
    </fieldset>
  );
}
