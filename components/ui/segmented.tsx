import type { ReactNode, Ref } from "react";
import { segment, segmentTrack } from "./segment-class";

type Choice = { value: string; label: string; icon?: ReactNode; disabled?: boolean };

type Segmented = {
  name: string;
  legend: string;
  choices: readonly Choice[];
  /** Give `value` and `onChoose` in a client component; `initial` where the form alone keeps the choice. */
  initial?: string;
  value?: string;
  onChoose?: (value: string) => void;
  ref?: Ref<HTMLFieldSetElement>;
};

/** Two to four choices side by side, one of them taken: radio buttons to the keyboard and to the form. */
export function Segmented({ name, legend, choices, initial, value, onChoose, ref }: Segmented) {
  return (
    <fieldset ref={ref} className="min-w-0">
      <legend className="mb-1.5 text-13 font-500">{legend}</legend>
      <div className={segmentTrack}>
        {choices.map((choice) => (
          <label key={choice.value} className={segment}>
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
