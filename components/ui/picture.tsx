import type { ComponentProps } from "react";

/** A photo, as it is kept: whatever would make it smaller on a server has no link and no session, and may not see it. */
export function Picture({ alt, ...rest }: ComponentProps<"img"> & { alt: string }) {
  // biome-ignore lint/performance/noImgElement: Next's own component fetches without what lets this reader in.
  return <img {...rest} alt={alt} />;
}
