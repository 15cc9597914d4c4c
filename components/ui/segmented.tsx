import type { ReactNode } from "react";

type Choice = { value: string; label: string; icon?: ReactNode; disabled?: boolean };

type Segmented = {
  name: string;
  legend: string;
  choices: readonly Choice[];
  /** Give `value` and `onChoose` in a client component; `initial` where the form alone keeps the choice. */
  initial?: string;
  value?: string;
  onChoose?: (value: string) => void;
};

/** Two to four choices side by side, one of them taken: radio buttons to the keyboard and to the form. */
export function Segmented({ name, legend, choices, initial, value, onChoose }: Segmented) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-13 font-500">{legend}</legend>
      <div className="flex min-h-10 rounded-control border border-line bg-sunken p-px pointer-coarse:min-h-11">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex flex-1 items-center justify-center gap-2 rounded-[0.4375rem] border border-transparent px-3 text-14 font-500 text-ink-2 has-checked:border-line-2 has-checked:bg-surface has-checked:text-ink has-checked:shadow-control has-disabled:cursor-not-allowed has-disabled:text-ink-3 has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              disabled={choice.disabled}
              className="sr-only"
              {...(onChoose
                ? { checked: value === choice.value, onChange: () => onChoose(choice.value) }
                : { defaultChecked: initial === choice.value })}
            />
            {choice.icon}
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
