import { describe, expect, it } from "vitest";
import { clientAddress, peerHeader } from "./client-address";

const from = (peer: string, forwarded?: string, others: Record<string, string> = {}) =>
  new Headers({
    [peerHeader]: peer,
    ...(forwarded !== undefined && { "x-forwarded-for": forwarded }),
    ...others,
  });

describe("the address that a client is counted under", () => {
  it("[A7] is the socket's own, whatever an untrusted peer says in any header", () => {
    const said = { forwarded: "for=1.2.3.4", "x-real-ip": "1.2.3.4", "cf-connecting-ip": "1.2.3.4" };
    for (const forwarded of ["1.2.3.4", "1.2.3.4, 5.6.7.8", "", ",", "not an address", "203.0.113.9"]) {
      expect(clientAddress(from("203.0.113.9", forwarded, said), "")).toBe("203.0.113.9");
      expect(clientAddress(from("203.0.113.9", forwarded, said), "10.0.0.0/8, 127.0.0.1")).toBe(
        "203.0.113.9",
      );
    }
  });

  it("[A7] is the nearest one that no trusted proxy has, so that what a client puts before it changes nothing", () => {
    const trusted = "127.0.0.1, 10.0.0.0/8, fd00::/8";
    expect(clientAddress(from("127.0.0.1", "203.0.113.9"), trusted)).toBe("203.0.113.9");
    for (const madeUp of ["1.2.3.4", "10.9.9.9", "127.0.0.1", "junk", "::1"]) {
      expect(clientAddress(from("127.0.0.1", `${madeUp}, 203.0.113.9, 10.1.2.3`), trusted)).toBe(
        "203.0.113.9",
      );
      expect(clientAddress(from("fd00::7", `${madeUp},203.0.113.9`), trusted)).toBe("203.0.113.9");
    }
  });

  it("[A7] is one for a whole IPv6 /64, and another for the next", () => {
    const one = clientAddress(from("2001:db8:1:2::1"), "");
    expect(clientAddress(from("2001:db8:1:2:ffff:ffff:ffff:ffff"), "")).toBe(one);
    expect(clientAddress(from("2001:0DB8:0001:0002:0:0:0:9"), "")).toBe(one);
    expect(clientAddress(from("2001:db8:1:3::1"), "")).not.toBe(one);
  });

  it("[A7] is the IPv4 address when that comes in IPv6 clothes", () => {
    expect(clientAddress(from("::ffff:203.0.113.9"), "")).toBe("203.0.113.9");
    expect(clientAddress(from("::ffff:127.0.0.1", "::ffff:203.0.113.9"), "127.0.0.1")).toBe("203.0.113.9");
  });

  it("[A7] is one and the same for all that cannot be told apart", () => {
    expect(clientAddress(from("127.0.0.1", "not an address"), "127.0.0.1")).toBe("unknown");
    expect(clientAddress(new Headers({ "x-forwarded-for": "1.2.3.4" }), "")).toBe("unknown");
  });

  it("[A7] is the last one that the platform added, where the platform is trusted", () => {
    expect(clientAddress(from("10.0.0.1", "1.2.3.4, 203.0.113.9"), "platform")).toBe("203.0.113.9");
  });
});
