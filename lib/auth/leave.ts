import { dropCookie, readCookie } from "./cookies";
import { faultAs } from "./fault";
import { seeOther } from "./form";
import { plainPage } from "./plain-page";
import { isCrossSite } from "./same-origin";
import { endSession } from "./session";

/** Signs this browser out: the session ends everywhere, and the browser is told to forget what it kept. */
export const leave = faultAs("page", async (request: Request) => {
  if (isCrossSite(request.headers)) return plainPage("cross-site");
  const sid = await readCookie("sid");
  const whose = sid && (await endSession(sid.secret));
  for (const kind of ["sid", "pass", "lnk", "pend"] as const) await dropCookie(kind);
  const response = seeOther(whose === "staff" ? "/sign-in?left=yes" : "/client-login?left=yes");
  response.headers.set("clear-site-data", '"cache", "storage"');
  return response;
});
