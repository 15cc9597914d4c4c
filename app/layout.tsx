import type { Metadata, Viewport } from "next";
import { fonts } from "./fonts";
import "./globals.css";

/** Every page is made for its request: the nonce that lets its scripts run is of one answer only. */
export const dynamic = "force-dynamic";

/** Nothing in the title or the preview of a link says whose page it is. */
export const metadata: Metadata = {
  title: "Latchkey",
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, address: false, email: false, date: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fffefc" },
    { media: "(prefers-color-scheme: dark)", color: "#1c1b18" },
  ],
};

export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en-AU" className={fonts}>
      <body>{children}</body>
    </html>
  );
}
