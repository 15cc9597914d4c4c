import { staff } from "@/lib/auth/gates";
import type { StaffScope } from "@/lib/auth/scope";
import { findBill } from "@/lib/bills/find";
import { readDocument } from "@/lib/documents/document";
import { type Outcome, refuse } from "@/lib/outcome";
import { readClient } from "@/lib/people/clients";
import { readContractor } from "@/lib/people/contacts";
import { readProject } from "@/lib/people/projects";
import { readProperty } from "@/lib/people/properties";
import { findOrder } from "./order-view";

/** Looks for what the names in an address stand for, in their order there. */
type Find = (scope: StaffScope, name: string, within: string) => Promise<Outcome<unknown>>;

const findByNumber: Find = (scope, number) => findOrder(scope, Number(number));

/** A document is there under its own client alone. */
const findDocument: Find = async (scope, clientId, id) => {
  const found = await readDocument(scope, id, new Date());
  return found.ok && found.value.contactId !== clientId.toLowerCase() ? refuse("not-found") : found;
};

const isBillThere: Find = (scope, id) => findBill(scope, id);

/** The office's pages about one thing. */
const pages: [address: RegExp, find: Find][] = [
  [/^\/inbox\/(?!search$)([^/]+)(?:\/(?:dispatch|cancel))?$/, findByNumber],
  [/^\/work-orders\/([^/]+)\/edit$/, findByNumber],
  [/^\/clients\/(?!(?:new|search|import)$)([^/]+)(?:\/edit|\/documents\/new)?$/, readClient],
  [/^\/clients\/([^/]+)\/documents\/(?!new$)([^/]+)(?:\/close\/[^/]+)?$/, findDocument],
  [/^\/projects\/(?!new$)([^/]+)(?:\/edit)?$/, readProject],
  [/^\/contractors\/(?!(?:new|search)$)([^/]+)$/, readContractor],
  [/^\/bills\/(?!export$)([^/]+)$/, isBillThere],
  [/^\/properties\/(?!(?:new|search)$)([^/]+)$/, readProperty],
];

/**
 * For the proxy: whether what an office page is about is there for whoever asks. Of any other page, and to somebody who
 * is not signed in, it says yes: the page sends them on itself. `pathname` is one that can be decoded.
 */
export async function isThere(pathname: string, headers: Headers): Promise<boolean> {
  for (const [address, find] of pages) {
    const [, name, within = ""] = address.exec(pathname) ?? [];
    if (name === undefined) continue;
    const entered = await staff.enter({ method: "GET", headers, params: {} });
    return (
      !entered.ok || (await find(entered.value, decodeURIComponent(name), decodeURIComponent(within))).ok
    );
  }
  return true;
}
