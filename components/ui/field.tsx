import type { ComponentProps, ReactNode } from "react";

export type FieldFrame = {
  /** Ties label, hint and error to the input; unique on the page. */
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Beside the label, at the right: “Optional”. */
  aside?: ReactNode;
  phone?: boolean;
};

const boxes = {
  phone: "field-box w-full rounded-phone px-4 text-17",
  desk: "field-box w-full rounded-control px-3 text-14 pointer-coarse:text-16",
};

const oneLine = { phone: "min-h-13", desk: "min-h-9 pointer-coarse:min-h-11" };
const lines = { phone: "min-h-18.5 resize-none py-3 leading-6", desk: "min-h-15.5 resize-y py-2.5" };

/** The attributes that tie an input to its hint and its error. */
export function described({ id, hint, error }: Pick<FieldFrame, "id" | "hint" | "error">) {
  const by = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return { id, ...(by && { "aria-describedby": by }), ...(error && { "aria-invalid": true as const }) };
}

/** A label above, what is typed into, then what is wrong with it and what helps. */
export function Field({
  id,
  label,
  hint,
  error,
  aside,
  phone,
  children,
}: FieldFrame & { children: ReactNode }) {
  return (
    <div>
      <div className={`flex items-baseline justify-between gap-4 ${phone ? "mb-2" : "mb-1.5"}`}>
        <label htmlFor={id} className={phone ? "text-17 font-550" : "text-13 font-500"}>
          {label}
        </label>
        {aside && <span className={`text-ink-3 ${phone ? "text-15" : "text-13"}`}>{aside}</span>}
      </div>
      {children}
      {error && (
        <p id={`${id}-error`} className={`mt-1.5 text-question ${phone ? "text-15" : "text-13"}`}>
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className={`mt-1.5 text-ink-3 ${phone ? "text-15" : "text-13"}`}>
          {hint}
        </p>
      )}
    </div>
  );
}

type Box = FieldFrame & { className?: string | undefined };

/** What belongs to the frame, and what to the box in it, whichever it is. */
function apart<Props extends Box>(props: Props) {
  const { id, label, hint, error, aside, phone = false, className = "", ...rest } = props;
  const frame = { id, label, hint, error, aside, phone };
  return { frame, box: { ...rest, ...described(frame) }, size: phone ? "phone" : "desk", className } as const;
}

/** One line to type into. */
export function TextField(props: FieldFrame & ComponentProps<"input">) {
  const { frame, box, size, className } = apart(props);
  return (
    <Field {...frame}>
      <input {...box} className={`${boxes[size]} ${oneLine[size]} ${className}`} />
    </Field>
  );
}

/** Several lines to type into; it grows with what is typed where the browser can. */
export function TextArea(props: FieldFrame & ComponentProps<"textarea">) {
  const { frame, box, size, className } = apart(props);
  return (
    <Field {...frame}>
      <textarea
        rows={2}
        {...box}
        className={`${boxes[size]} ${lines[size]} field-sizing-content max-h-80 ${className}`}
      />
    </Field>
  );
}

/** One of a few, from a list that the browser shows. */
export function SelectField(props: FieldFrame & ComponentProps<"select">) {
  const { frame, box, size, className } = apart(props);
  return (
    <Field {...frame}>
      <select {...box} className={`${boxes[size]} ${oneLine[size]} ${className}`} />
    </Field>
  );
}
