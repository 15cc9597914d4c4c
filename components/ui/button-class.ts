export type ButtonKind = "primary" | "brand" | "tint" | "secondary" | "quiet" | "danger";

/** `phone` and `phone-main` are a thumb's: 52 and 60 tall. `desk` and `desk-tall` are a pointer's: 32 and 36, 44 under a finger. */
export type ButtonSize = "phone" | "phone-main" | "desk" | "desk-tall";

const kinds: Record<ButtonKind, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover font-550",
  brand: "bg-brand text-on-brand hover:opacity-90 font-550",
  tint: "bg-brand-tint text-brand hover:opacity-90 font-550",
  secondary: "border border-line-2 bg-surface text-ink shadow-control hover:bg-paper font-500",
  quiet: "text-ink hover:bg-sunken font-500",
  danger: "border border-danger bg-surface text-danger hover:bg-question-tint font-500",
};

const sizes: Record<ButtonSize, string> = {
  phone: "min-h-13 rounded-phone px-3 text-17 gap-2",
  "phone-main": "min-h-15 rounded-phone px-4 text-20 gap-2 font-600",
  desk: "min-h-8 whitespace-nowrap rounded-control px-3 text-13 gap-2 pointer-coarse:min-h-11",
  "desk-tall": "min-h-9 whitespace-nowrap rounded-control px-3.5 text-14 gap-2 pointer-coarse:min-h-11",
};

/** How a button looks; for a link or a label that must look like one, too. */
export function buttonClass(kind: ButtonKind = "secondary", size: ButtonSize = "desk"): string {
  return `inline-flex items-center justify-center text-center select-none [&>svg]:shrink-0 transition-[background-color,scale] duration-120 active:scale-[0.985] disabled:opacity-60 ${kinds[kind]} ${sizes[size]}`;
}
