import Link from "next/link";
import type { ComponentProps } from "react";
import { dressed, type Look } from "./button";

/** A button-like link that changes the page without loading it anew; costs script, so not for public pages. */
export function RouteButton(props: Look & ComponentProps<typeof Link>) {
  return <Link {...dressed(props)} />;
}
