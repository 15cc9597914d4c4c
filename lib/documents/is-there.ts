import { documentScopes, linkLookedAt } from "@/lib/auth/client-gates";
import { kindInRoom } from "@/lib/links/policy";
import { readForClient } from "./for-client";

/**
 * For the proxy: whether a document's page has anything for whoever asks, be it only the way to a link. To a client who is
 * signed in, what was not sent to them is not there. Of any other page it says yes. `pathname` is one that can be decoded.
 */
export async function isDocumentThere(pathname: string, headers: Headers): Promise<boolean> {
  const [, room, id] =
    /^\/portal\/(?!devices\/|files\/|billing\/statement$)([^/]+)\/([^/]+)$/.exec(pathname) ?? [];
  if (room === undefined || id === undefined) return true;
  const kind = kindInRoom(room);
  if (!kind) return false;
  const scopes = await documentScopes({ kind, id }, headers);
  if (scopes.length === 0) return true;
  return (await readForClient(scopes, { kind, id })).ok || (await linkLookedAt(id)) !== undefined;
}
