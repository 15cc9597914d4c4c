import ipaddr from "ipaddr.js";
import { env } from "@/lib/env";

/** Set on every request from the socket itself (see instrumentation.ts); what a client sends under this name is overwritten. */
export const peerHeader = "x-latchkey-peer";

/**
 * The client's address as a limiter counts it: the socket's peer, or, behind proxies that are trusted by name, the
 * nearest address that is none of them. An IPv6 client is its /64; an IPv4 address in IPv6 clothes is IPv4.
 */
export const clientAddress = (headers: Headers, trustedProxies = env().TRUSTED_PROXIES): string =>
  bucket(nearestAddress(headers, trustedProxies));

/** The same client's own address, whole: what stands on a record. */
export function wholeAddress(headers: Headers, trustedProxies = env().TRUSTED_PROXIES): string {
  const nearest = nearestAddress(headers, trustedProxies);
  return ipaddr.isValid(nearest) ? ipaddr.process(nearest).toString() : "unknown";
}

function nearestAddress(headers: Headers, trustedProxies: string | undefined): string {
  const trusted = listed(trustedProxies ?? "");
  const forwarded = listed(headers.get("x-forwarded-for") ?? "");
  if (trusted.includes("platform")) return forwarded.at(-1) ?? "";
  let nearest = headers.get(peerHeader) ?? "";
  while (isTrusted(nearest, trusted) && forwarded.length > 0) nearest = forwarded.pop() ?? "";
  return nearest;
}

const listed = (text: string) => text.split(",").map((part) => part.trim());

function isTrusted(address: string, trusted: string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return trusted.some((range) => {
    if (ipaddr.isValid(range)) return ipaddr.process(range).toString() === parsed.toString();
    if (!ipaddr.isValidCIDR(range)) return false;
    const [network, bits] = ipaddr.parseCIDR(range);
    return network.kind() === parsed.kind() && parsed.match(network, bits);
  });
}

function bucket(address: string): string {
  if (!ipaddr.isValid(address)) return "unknown";
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return `${parsed.toByteArray().slice(0, 8).join(".")}/64`;
}
