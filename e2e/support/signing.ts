import type postgres from "postgres";
import type { AtDocument } from "@/lib/auth/scope";
import { confirmSignature } from "@/lib/contracts/confirm";
import { contractForm } from "@/lib/contracts/sent";
import { signContract } from "@/lib/contracts/sign";
import type { Readwell } from "./clients";
import { sealOf } from "./contracts";

/** From where a test's people sign. */
export const caller = { ip: "203.0.113.9", browser: "Chrome on Android" };

/** A typed signature, as the form sends it with the text that it was shown with. */
export const typedAs = (name: string, sha256: string) => ({
  ...{ sha256, name, path: "" },
  ...{ kind: "typed" as const, consent: "yes" as const },
});

/** Signs as whoever that is, under the text that is sealed now unless said. */
export async function sign(owner: postgres.Sql, scope: AtDocument, hash?: string) {
  const shown = hash ?? (await sealOf(owner, scope.documentId));
  return signContract(scope, typedAs(scope.actor.name, shown), caller);
}

export async function signAndConfirm(owner: postgres.Sql, scope: AtDocument) {
  await sign(owner, scope);
  return confirmSignature(scope, { sha256: await sealOf(owner, scope.documentId) });
}

/** What the draft's form sends of a contract that Ellen and Tom sign. */
export function editOf({ ellen }: Readwell, draft: { id: string; version: number; body: string }, more = {}) {
  const keys = [`${ellen}:primary`, `${ellen}:partner`];
  return contractForm.parse({
    ...{ ...draft, title: "Construction contract" },
    ...{ person: keys, role: ["Owner", "Owner"], place: ["1", "2"], signs: keys },
    ...more,
  });
}
