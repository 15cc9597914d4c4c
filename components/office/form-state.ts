/** What a form of the office shows after it was sent: a sentence, the sentences of its fields, what was typed, and what is in its way. */
export type FormState = {
  problem?: string;
  reason?: string;
  fields?: Record<string, string>;
  sent?: Record<string, string>;
  document?: { id: string; clientId: string } | undefined;
  done?: string;
};

/** A form's action: it is given what the form showed before, and answers with what it shows next. */
export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;
