import { type ApiDocument, present, type Ref, resolve, type Schema } from "./references";
import { either, typeWords } from "./type-words";

/** One row of a table: `occupant.name` is a field within a field, `photos[].id` one within a list. */
export type Field = { name: string; type: string; required: boolean; description: string };

/** How deep fields are listed; what lies deeper is named by its type alone. */
const deepest = 3;

/** The fields of an object, nested ones after their parent. A union lists what any of its forms may have. */
export function fieldsOf(document: ApiDocument, given: Schema | Ref, prefix = ""): Field[] {
  const forms = formsOf(document, given);
  const names = [...new Set(forms.flatMap((form) => Object.keys(form.properties ?? {})))];
  return names.flatMap((name) => {
    const having = forms.filter((form) => form.properties?.[name]);
    const field = merged(document, having, name);
    const path = `${prefix}${name}`;
    const inside = path.split(".").length < deepest ? field.inside : undefined;
    return [
      {
        name: path,
        type: field.type,
        required: forms.every((form) => form.required?.includes(name)),
        description: field.description,
      },
      ...(inside ? fieldsOf(document, inside.schema, `${path}${inside.isList ? "[]" : ""}.`) : []),
    ];
  });
}

/** One field as all the forms that have it describe it, and what lies inside it. */
function merged(document: ApiDocument, forms: Schema[], name: string) {
  const schemas = forms.flatMap((form) => form.properties?.[name] ?? []);
  const [first] = schemas;
  const item = first && present(document, first)[0]?.items;
  return {
    type: either(schemas.map((schema) => typeWords(document, schema))),
    description: schemas.map((schema) => descriptionOf(document, schema)).find(Boolean) ?? "",
    inside: item ? { schema: item, isList: true } : first && { schema: first, isList: false },
  };
}

/** What a description says where the schema is used wins over what it says where it is defined. */
function descriptionOf(document: ApiDocument, schema: Schema | Ref): string {
  return schema.description ?? resolve<Schema>(document, schema).description ?? "";
}

/** The objects that a schema may be: itself, or each form of a union, with the parts of an `allOf` put together. */
function formsOf(document: ApiDocument, given: Schema | Ref): Schema[] {
  return present(document, given).map((schema) => {
    const parts = (schema.allOf ?? []).map((part) => resolve<Schema>(document, part));
    return {
      ...schema,
      properties: Object.assign({}, ...parts.map((part) => part.properties), schema.properties),
      required: [...parts.flatMap((part) => part.required ?? []), ...(schema.required ?? [])],
    };
  });
}
