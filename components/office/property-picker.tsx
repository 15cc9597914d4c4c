import type { Choices } from "@/lib/work-orders/views";
import { hrefs } from "./hrefs";
import { PropertyFields } from "./property-fields";
import { SearchedSelect } from "./searched-select";

type Props = {
  properties: Choices;
  /** A property's id, or nothing for a new one; undefined while neither is chosen. */
  chosen: string | undefined;
  /** What was typed of a new property, when the form was refused. */
  typed: Record<string, string> | undefined;
  errors: Record<string, string>;
};

/** Where it is: one of the properties, or a new one that is written down here and saved with the order. */
export function PropertyPicker({ properties, chosen, typed = {}, errors }: Props) {
  const start = properties.shown.length === 0 ? "" : chosen;
  return (
    <div className="group grid gap-5">
      <SearchedSelect
        id="order-propertyId"
        name="propertyId"
        label="Where"
        choices={properties}
        chosen={start ?? "none"}
        hrefOf={hrefs.findProperties}
        error={errors.propertyId}
        before={
          start === undefined && (
            <option value="none" disabled hidden>
              Choose a property
            </option>
          )
        }
        after={
          <option value="" data-new="">
            A new property…
          </option>
        }
      />
      <fieldset className="hidden rounded-phone border border-line bg-paper p-4 group-has-[option[data-new]:checked]:block">
        <legend className="sr-only">The new property</legend>
        <PropertyFields values={typed} errors={errors} required={false} />
      </fieldset>
    </div>
  );
}
