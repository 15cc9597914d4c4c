import { Code, WithCode } from "./prose";
import type { Field } from "./schema-fields";

type Row = Field & { where?: string };

/** Parameters or fields as a table of two columns, so that it fits a phone: what it is called, what it is. */
export function FieldTable({ caption, fields }: { caption: string; fields: Row[] }) {
  if (fields.length === 0) return null;
  return (
    <table className="mt-6 w-full table-fixed border-collapse text-left text-14">
      <caption className="pb-2 text-left text-13 font-600 text-ink-2">{caption}</caption>
      <colgroup>
        <col className="w-2/5 sm:w-1/3" />
        <col />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">Name</th>
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <FieldRow key={`${field.where ?? ""} ${field.name}`} field={field} />
        ))}
      </tbody>
    </table>
  );
}

function FieldRow({ field }: { field: Row }) {
  const notes = [field.where, field.required ? "required" : "optional"].filter(Boolean).join(", ");
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="py-2.5 pr-4 font-400">
        <Code>{field.name}</Code>
        <span className="mt-1 block text-12 text-ink-3">{notes}</span>
      </th>
      <td className="py-2.5">
        <span className="text-ink-2">{field.type}</span>
        {field.description && (
          <p className="mt-0.5">
            <WithCode text={field.description} />
          </p>
        )}
      </td>
    </tr>
  );
}
