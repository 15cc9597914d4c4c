"use client";
// A client component because what was typed stays in the form when it is refused.

import { Button } from "@/components/ui/button";
import type { CrewView } from "@/lib/appointments/views";
import { ActionForm } from "./action-form";
import { DoneWords } from "./done-words";
import type { FormAction } from "./form-state";
import { useKeptForm } from "./kept-form";

type Props = {
  crews: CrewView[];
  /** Missing for whoever may not change them. */
  actions: { nameCrew: FormAction; sendOrKeep: FormAction } | undefined;
};

/** Who goes out together: each crew is in one place at a time. */
export function HoursCrews({ crews, actions }: Props) {
  return (
    <section aria-labelledby="crews-heading">
      <h2 id="crews-heading" className="text-16 font-600">
        Crews
      </h2>
      <p className="text-14 text-ink-3">
        Clients read the name on their appointment. A crew is in one place at a time.
      </p>
      <ul className="mt-4 divide-y divide-line border-y border-line empty:hidden">
        {crews.map((crew) => (
          <li key={crew.id} className="py-2.5">
            {actions ? <CrewRow crew={crew} actions={actions} /> : <CrewWords crew={crew} />}
          </li>
        ))}
      </ul>
      {actions && <CrewName key={crews.length} action={actions.nameCrew} />}
    </section>
  );
}

const CrewWords = ({ crew: { name, active } }: { crew: CrewView }) => (
  <p className="text-14">
    {name}
    {!active && <span className="text-ink-3"> · not going out</span>}
  </p>
);

function CrewRow({ crew, actions }: { crew: CrewView; actions: NonNullable<Props["actions"]> }) {
  const { id, active, name } = crew;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <CrewName crew={crew} action={actions.nameCrew} />
      <ActionForm
        action={actions.sendOrKeep}
        sends={{ id, active: active ? "false" : "true" }}
        className="flex items-center gap-3"
      >
        {!active && <span className="text-13 text-ink-3">Not going out</span>}
        <Button aria-label={`${active ? "Take off the list" : "Put back on the list"}: ${name}`}>
          {active ? "Take off the list" : "Put back"}
        </Button>
      </ActionForm>
    </div>
  );
}

/** A crew’s name to change, or the name of a new one. */
function CrewName({ crew, action }: { crew?: CrewView; action: FormAction }) {
  const { state, pending, form } = useKeptForm(action);
  const { problem, sent, done } = state;
  const id = `crew-${crew?.id ?? "new"}`;
  return (
    <form {...form} className={crew ? "min-w-0" : "mt-4"}>
      {crew && <input type="hidden" name="id" value={crew.id} />}
      {!crew && (
        <label htmlFor={id} className="mb-1.5 block text-13 font-500">
          Another crew
        </label>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <input
          id={id}
          name="name"
          required
          maxLength={80}
          autoComplete="off"
          {...(crew && { "aria-label": `Name of ${crew.name}` })}
          {...(problem && { "aria-invalid": true, "aria-describedby": `${id}-error` })}
          defaultValue={sent?.name ?? crew?.name ?? ""}
          className="field-box min-h-9 w-64 max-w-full rounded-control px-3 text-14 pointer-coarse:min-h-11 pointer-coarse:text-16"
        />
        <Button size="desk-tall" disabled={pending}>
          {crew ? "Rename" : "Add crew"}
        </Button>
        <DoneWords pending={pending} done={done} />
      </div>
      {problem && (
        <p id={`${id}-error`} className="mt-1.5 text-13 text-question">
          {problem}
        </p>
      )}
    </form>
  );
}
