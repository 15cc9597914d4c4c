type Sent = FormDataEntryValue;

/** What a form sent, by name; a field that stands twice is a list. Next's own fields, which begin with a dollar sign, are left out. */
export function fieldsOf(form: FormData): Record<string, Sent | Sent[]> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$"));
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name);
      const [first] = values;
      return [name, values.length === 1 && first !== undefined ? first : values];
    }),
  );
}
