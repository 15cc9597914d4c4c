import type { ComponentProps } from "react";

/** Where photos are chosen, of the kinds that the product takes. */
export function PhotoInput(props: ComponentProps<"input">) {
  return (
    <input
      {...props}
      type="file"
      accept="image/jpeg,image/png,image/webp,image/heic,.heic"
      className="block w-full text-14 text-ink-2 file:mr-3 file:min-h-9 file:rounded-control file:border file:border-solid file:border-line-2 file:bg-surface file:px-3 file:text-14 file:font-500 file:text-ink pointer-coarse:file:min-h-11"
    />
  );
}
