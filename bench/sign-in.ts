import { nextAddress, phone } from "./load";
import { issueSignIn, type World } from "./world";

/** Signs a member in as a browser does, from the link to the session; answers with the browser's cookies. */
export async function signIn(origin: string, world: World, browser = phone): Promise<string> {
  const headers = { ...browser, "x-forwarded-for": nextAddress() };
  const opened = await fetch(`${origin}/l/${await issueSignIn(world, 0)}`, { headers, redirect: "manual" });
  const shown = await fetch(`${origin}/l/confirm`, { headers: { ...headers, cookie: cookiesOf(opened) } });
  const form = new URLSearchParams({
    page: /name="page" value="([0-9a-f]+)"/.exec(await shown.text())?.[1] ?? "",
  });
  const entered = await fetch(`${origin}/l/confirm/continue`, {
    method: "POST",
    headers: { ...headers, cookie: cookiesOf(opened) },
    body: form,
    redirect: "manual",
  });
  const cookies = cookiesOf(entered);
  if (!cookies.includes("sid=")) throw new Error(`Nobody was signed in: ${entered.headers.get("location")}`);
  return cookies;
}

/** The cookies that an answer sets, as a browser sends them back. */
export const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
