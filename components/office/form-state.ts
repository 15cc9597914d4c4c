/** What a form of the office shows after it was sent: a sentence, the sentences of its fields, and what was typed. */
export type FormState = {
  problem?: string;
  reason?: string;
  fields?: Record<string, string>;
  sent?: Record<string, string>;
  done?: string;
};

/** A form's action: it is given what the form showed before, and answers with what it shows next. */
export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;
