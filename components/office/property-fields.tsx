import { TextArea, TextField } from "@/components/ui/field";

const names = [
  "street",
  "suburb",
  "state",
  "postcode",
  "occupantName",
  "occupantPhone",
  "accessNotes",
] as const;

export type PropertyText = Partial<Record<(typeof names)[number], string>>;

type Props = {
  /** What was typed, or what is kept. */
  values: PropertyText;
  errors: Record<string, string>;
  /** Off where the fields may be left empty, because a property was chosen instead. */
  required: boolean;
};

/** An address, who lives there, and how to get in. */
export function PropertyFields({ values, errors, required }: Props) {
  const field = (name: (typeof names)[number]) => ({
    id: `property-${name}`,
    name,
    error: errors[name],
    defaultValue: values[name] ?? "",
    autoComplete: "off",
  });
  return (
    <div className="grid gap-5 sm:grid-cols-6">
      <div className="sm:col-span-6">
        <TextField
          {...field("street")}
          label="Street"
          placeholder="14 Marlowe St"
          required={required}
          maxLength={160}
        />
      </div>
      <div className="sm:col-span-3">
        <TextField {...field("suburb")} label="Suburb" required={required} maxLength={80} />
      </div>
      <div className="sm:col-span-2">
        <TextField {...field("state")} label="State" maxLength={40} />
      </div>
      <TextField {...field("postcode")} label="Postcode" inputMode="numeric" maxLength={12} />
      <div className="sm:col-span-3">
        <TextField {...field("occupantName")} label="Tenant" aside="Optional" maxLength={120} />
      </div>
      <div className="sm:col-span-3">
        <TextField {...field("occupantPhone")} type="tel" label="Tenant’s phone" aside="Optional" />
      </div>
      <div className="sm:col-span-6">
        <TextArea
          {...field("accessNotes")}
          label="Getting in"
          aside="Optional"
          hint="The contractor sees this: keys, gates, dogs, when somebody is home."
          maxLength={2000}
        />
      </div>
    </div>
  );
}
