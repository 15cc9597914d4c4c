import { GoTo } from "@/lib/auth/form";
import type { AtDocument } from "@/lib/auth/scope";
import { documentHref } from "@/lib/links/policy";
import { done, type Outcome } from "@/lib/outcome";

/** Back to where one signs, which a phone has below the text. */
export const toPanel = (scope: AtDocument, result: Outcome<unknown>): Outcome<unknown> =>
  result.ok ? done(new GoTo(`${documentHref("contract", scope.documentId)}#sign`)) : result;
