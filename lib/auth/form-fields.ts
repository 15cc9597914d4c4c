type Sent = FormDataEntryValue;

/**
 * What a form sent, by name; a field that stands twice is a list. A line’s end is one character, as its page counted it. Next's
 * own fields, which begin with a dollar sign, are left out.
 */
export function fieldsOf(form: FormData): Record<string, Sent | Sent[]> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$"));
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name).map(asTyped);
      const [first] = values;
      return [name, values.length === 1 && first !== undefined ? first : values];
    }),
  );
}

/** A browser posts each end of a line as two characters. */
const asTyped = (sent: Sent): Sent => (typeof sent === "string" ? sent.replace(/\r\n?/g, "\n") : sent);
