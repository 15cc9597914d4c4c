import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { NothingThere } from "@/components/office/nothing-there";

/** Where the proxy has set the status, the page has words even without script; `notFound` would leave it blank there. */
export async function NotThere() {
  if ((await headers()).get("x-latchkey-opens") !== "no") notFound();
  return <NothingThere />;
}
