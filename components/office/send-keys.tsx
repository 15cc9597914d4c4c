import { Kbd } from "@/components/ui/kbd";

/** Says on a button that ⌘↵ presses it; not where there is no keyboard. */
export function SendKeys() {
  return (
    <span aria-hidden className="inline-flex pointer-coarse:hidden max-sm:hidden">
      <Kbd onButton>⌘↵</Kbd>
    </span>
  );
}
