import { SelectField } from "@/components/ui/field";
import { PropertyFields } from "./property-fields";

export type PropertyChoice = { id: string; street: string; rest: string };

type Props = {
  properties: PropertyChoice[];
  /** A property's id, or nothing for a new one; undefined while neither is chosen. */
  chosen: string | undefined;
  /** What was typed of a new property, when the form was refused. */
  typed: Record<string, string> | undefined;
  errors: Record<string, string>;
};

/** Where it is: one of the properties, or a new one that is written down here and saved with the order. */
export function PropertyPicker({ properties, chosen, typed = {}, errors }: Props) {
  const start = properties.length === 0 ? "" : chosen;
  return (
    <div className="group grid gap-5">
      <SelectField
        id="order-propertyId"
        name="propertyId"
        label="Where"
        defaultValue={start ?? "none"}
        error={errors.propertyId}
      >
        {start === undefined && (
          <option value="none" disabled hidden>
            Choose a property
          </option>
        )}
        {properties.map(({ id, street, rest }) => (
          <option key={id} value={id}>
            {street}, {rest}
          </option>
        ))}
        <option value="" data-new="">
          A new property…
        </option>
      </SelectField>
      <fieldset className="hidden rounded-phone border border-line bg-paper p-4 group-has-[option[data-new]:checked]:block">
        <legend className="sr-only">The new property</legend>
        <PropertyFields values={typed} errors={errors} required={false} />
      </fieldset>
    </div>
  );
}
