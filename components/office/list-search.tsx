import { Button } from "@/components/ui/button";

/** Narrows a list to a few words; a plain form whose answer is an address. */
export function ListSearch({ href, label, q }: { href: string; label: string; q: string }) {
  return (
    <form action={href} className="mb-6 flex max-w-120 gap-2">
      <input
        type="search"
        name="q"
        aria-label={label}
        placeholder={label}
        defaultValue={q}
        maxLength={200}
        className="field-box min-h-9 min-w-0 flex-1 rounded-control px-3 text-14 pointer-coarse:min-h-11 pointer-coarse:text-16"
      />
      <Button size="desk-tall">Search</Button>
    </form>
  );
}
