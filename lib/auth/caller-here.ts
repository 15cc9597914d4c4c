import { headers } from "next/headers";
import { wholeAddress } from "./client-address";
import { deviceFamily } from "./device";

/** From where somebody acts, as far as a record can say. */
export type Caller = { ip: string; browser: string };

/** The address and the browser that this request came from. */
export async function callerHere(): Promise<Caller> {
  const head = await headers();
  return { ip: wholeAddress(head), browser: deviceFamily(head.get("user-agent")) };
}
