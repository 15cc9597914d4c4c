import { cookies } from "next/headers";
import { z } from "zod";
import { env } from "@/lib/env";
import { seal, unseal } from "./seal";

/** The cookies that exist. On https each carries the `__Host-` prefix, which pins it to this host and path. */
const kinds = {
  /** The session that this browser has. */
  sid: { schema: z.object({ secret: z.string().length(64) }), maxAgeSeconds: 180 * 24 * 3600 },
  /** A link that was looked at and not yet spent, and this browser's own nonce for spending it. */
  lnk: { schema: z.object({ linkId: z.uuid(), nonce: z.string().length(64) }), maxAgeSeconds: 15 * 60 },
  /** The standing links that let this browser in to a document each, the newest first. */
  pass: { schema: z.object({ linkIds: z.array(z.uuid()).max(5) }), maxAgeSeconds: 90 * 24 * 3600 },
  /** The payments that this browser began by a link’s pass, the newest first, and which browser it was. */
  paid: {
    schema: z.object({
      payments: z.array(z.object({ id: z.uuid(), tenantId: z.uuid() })).max(3),
      device: z.string(),
    }),
    maxAgeSeconds: 14 * 24 * 3600,
  },
  /** This browser asked for a link, and for which address: one that was not typed here is never shown in full. */
  pend: {
    schema: z.object({
      secret: z.string().length(64),
      address: z.string(),
      typed: z.boolean().default(true),
      askedAtMs: z.number(),
    }),
    maxAgeSeconds: 60 * 60,
  },
  /** What the PDF is told by that this browser has just had checked. */
  pdf: {
    schema: z.object({ file: z.hex().length(64), texts: z.array(z.hex().length(64)).max(5) }),
    maxAgeSeconds: 10 * 60,
  },
} as const;

type Kind = keyof typeof kinds;
type Content<K extends Kind> = z.infer<(typeof kinds)[K]["schema"]>;

const nameOf = (kind: Kind) => (env().secureCookies ? `__Host-${kind}` : kind);

/** Reads and unseals a cookie; undefined when it is missing, forged, or sealed with a key that is gone. */
export async function readCookie<K extends Kind>(kind: K): Promise<Content<K> | undefined> {
  const sealed = (await cookies()).get(nameOf(kind))?.value;
  if (!sealed || sealed.length > 4096) return undefined;
  const opened = await unseal(sealed, env().SESSION_KEYS, kinds[kind].maxAgeSeconds);
  const parsed = kinds[kind].schema.safeParse(opened);
  return parsed.success ? (parsed.data as Content<K>) : undefined;
}

/** Seals a cookie: HttpOnly, Lax, this host alone, and Secure anywhere but on plain-http localhost. */
export async function setCookie<K extends Kind>(kind: K, content: Content<K>): Promise<void> {
  const { maxAgeSeconds } = kinds[kind];
  const sealed = await seal(content, env().SESSION_KEYS, maxAgeSeconds);
  (await cookies()).set(nameOf(kind), sealed, {
    httpOnly: true,
    sameSite: "lax",
    secure: env().secureCookies,
    path: "/",
    maxAge: maxAgeSeconds,
  });
}

export async function dropCookie(kind: Kind): Promise<void> {
  (await cookies()).set(nameOf(kind), "", {
    httpOnly: true,
    sameSite: "lax",
    secure: env().secureCookies,
    path: "/",
    maxAge: 0,
  });
}
