"use client";

import { BrokenPage } from "@/components/links/broken-page";
import { fonts } from "./fonts";
import "./globals.css";

/** Where the making of any page broke, in the place of the layout too, so it brings its own document. */
export default function Broken(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en-AU" className={fonts}>
      <body>
        <title>Latchkey</title>
        <BrokenPage {...props} />
      </body>
    </html>
  );
}
