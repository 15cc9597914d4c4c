import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Book, makeBook, refundShown } from "./stripe-book";
import { connectedSecret, movesIn, webhookSecret } from "./stripe-moves";

/** Stripe, as far as the product speaks with it: it keeps idempotency keys, and counts the money that it moves. */

/** What it is asked to do. */
export type Asks = "begin" | "expire" | "refund" | "look";

export async function startStripe() {
  let origin = "";
  const book = makeBook(() => origin);
  const keys = new Map<string, object>();
  /** Called as it is about to do something, and once that is done and not answered yet; and how its refunds stand at first. */
  const at = {
    before: async (_what: Asks) => {},
    after: async (_what: Asks) => {},
    refunds: "succeeded",
  };

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const { method = "GET", headers } = request;
    const text = await new Response(request as never).text().catch(() => "");
    const { pathname, searchParams } = new URL(request.url ?? "/", origin);
    const what = whatOf(method, pathname);
    await at.before(what);
    const key = method === "POST" ? `${pathname} ${headers["idempotency-key"]}` : "";
    const made =
      keys.get(key) ??
      act(book, {
        ...{ method, pathname, searchParams, refundsAre: at.refunds },
        sent: Object.fromEntries(new URLSearchParams(text)),
        account: headers["stripe-account"]?.toString() ?? null,
      });
    if (key && !("error" in made)) keys.set(key, made);
    await at.after(what);
    response
      .writeHead("error" in made ? 400 : 200, { "content-type": "application/json", "request-id": "req_1" })
      .end(JSON.stringify(made));
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ origin, at, ...movesIn(book) },
    ...{ sessions: book.sessions, refunds: book.refunds, moneyOf: book.moneyOf },
    environment: {
      STRIPE_SECRET_KEY: "sk_test_1",
      STRIPE_WEBHOOK_SECRET: `${webhookSecret},${connectedSecret}`,
      STRIPE_BASE_URL: origin,
    },
    stop: () =>
      new Promise<void>((stopped) => {
        server.closeAllConnections();
        server.close(() => stopped());
      }),
  };
}

export type StripeServer = Awaited<ReturnType<typeof startStripe>>;

const whatOf = (method: string, path: string): Asks => {
  if (method !== "POST") return "look";
  if (path.endsWith("/expire")) return "expire";
  return path.includes("refunds") ? "refund" : "begin";
};

type Asked = {
  method: string;
  pathname: string;
  searchParams: URLSearchParams;
  sent: Record<string, string>;
  account: string | null;
  refundsAre: string;
};

function act(book: Book, asked: Asked): object {
  const { method, pathname, searchParams, sent, account } = asked;
  const [, , room, id = "", act = ""] = pathname.replace("/checkout", "").split("/");
  if (room === "sessions")
    return id ? ofSession(book, { id, account, act }) : book.sessionShown(book.open(sent, account));
  if (room === "payment_intents") return book.intentShown(book.intentById(id));
  if (room !== "refunds") return wrong(`Unrecognized request URL (${method}: ${pathname}).`);
  if (method === "POST") return refundNow(book, asked);
  if (id) return refundShown(book.refund(id));
  return { object: "list", data: book.refundsOf(searchParams.get("payment_intent")).map(refundShown) };
}

function ofSession(
  book: Book,
  { id, account, act }: { id: string; account: string | null; act: string },
): object {
  const session = book.sessions.get(id);
  if (!session || session.account !== account)
    return wrong(`No such checkout.session: ${id}`, "resource_missing");
  if (act === "expire" && session.status !== "open") return wrong("This Session is not open.");
  if (act === "expire") session.status = "expired";
  return book.sessionShown(session);
}

function refundNow(book: Book, { sent, refundsAre: status }: Asked): object {
  const { id: intentId, receivedCents, disputedCents } = book.intentById(String(sent.payment_intent));
  const amountCents = Number(sent.amount);
  if (disputedCents > 0) return wrong("The charge has been charged back; cannot issue a refund.");
  if (book.backOf(intentId) + amountCents > receivedCents)
    return wrong("Refund amount is greater than unrefunded amount on charge.");
  const refund = sent["metadata[refund]"] ?? null;
  return refundShown(book.addRefund({ intentId, amountCents, refund, status }));
}

const wrong = (message: string, code?: string) => ({
  error: { type: "invalid_request_error", message, code },
});
