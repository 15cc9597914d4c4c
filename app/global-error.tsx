"use client";

import "./globals.css";
import { BrokenPage } from "@/components/links/broken-page";

/** Stands in for the layout itself, so it brings its own document. */
export default function BrokenLayout(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en-AU">
      <body>
        <title>Latchkey</title>
        <BrokenPage {...props} />
      </body>
    </html>
  );
}
