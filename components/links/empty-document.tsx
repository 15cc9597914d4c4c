import { ShopLogo } from "@/components/ui/logo";

/** What stands behind the dialog that asks who is there: shapes, and not a word of any document. */
export function EmptyDocument({ logo }: { logo: string | null }) {
  return (
    <div
      inert
      aria-hidden
      className="mx-auto flex min-h-dvh w-full max-w-160 flex-col px-5 pb-32 blur-[6px] select-none"
    >
      <div className="flex min-h-16 items-center gap-3">
        {logo ? <ShopLogo logo={logo} size={36} /> : <Block className="size-9 bg-line-2" />}
        <Block className="h-4.5 w-33 bg-control" />
      </div>
      <Block className="mt-4.5 h-4 w-22 bg-line" />
      <Block className="mt-2.5 h-12 w-50 bg-line-2" />
      <Block className="mt-3.5 h-4 w-40 bg-line" />
      {rows.map((width) => (
        <div key={width} className="mt-8 flex justify-between gap-8 border-b border-line pb-5">
          <Block className={`h-4 bg-line ${width}`} />
          <Block className="h-4 w-16 bg-line" />
        </div>
      ))}
      <span className="grow" />
      <Block className="mt-16 h-14 bg-brand opacity-50" />
    </div>
  );
}

const rows = ["w-44", "w-36", "w-48", "w-28"];

const Block = ({ className }: { className: string }) => (
  <span className={`block rounded-control ${className}`} />
);
