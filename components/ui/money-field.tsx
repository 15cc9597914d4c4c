import type { ComponentProps, ReactNode } from "react";
import { described, Field, type FieldFrame } from "./field";

type Money = { symbol: string; tax?: ReactNode };

/** An amount, typed as people type it; the symbol before it and the tax words after it are only shown. */
export function MoneyField({
  symbol,
  tax,
  phone,
  className = "",
  ...both
}: FieldFrame & Money & ComponentProps<"input">) {
  const { id, label, hint, error, aside, ...rest } = both;
  const frame = { id, label, hint, error, aside, phone: phone ?? false };
  const box = phone
    ? "min-h-15 rounded-phone px-4 gap-2"
    : "min-h-10 pointer-coarse:min-h-11 rounded-control px-3 gap-2";
  return (
    <Field {...frame}>
      <span className={`field-box flex w-full items-center ${box} ${className}`}>
        <span aria-hidden className={`text-ink-3 ${phone ? "text-26 font-400" : "text-15"}`}>
          {symbol}
        </span>
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          {...rest}
          {...described(frame)}
          className={`w-full min-w-0 flex-1 bg-transparent outline-none font-600 ${phone ? "text-26" : "text-15"}`}
        />
        {tax && <span className={`text-ink-3 ${phone ? "text-15" : "text-13"}`}>{tax}</span>}
      </span>
    </Field>
  );
}
