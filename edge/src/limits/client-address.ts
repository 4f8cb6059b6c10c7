import { isIPv4, isIPv6, SocketAddress } from "node:net";

/**
 * The address a request came from: the socket's peer, or, behind trusted proxies, what the outermost of them
 * saw. Each proxy appends its peer to X-Forwarded-For, so with `trustedHops` proxies that is the entry at that
 * place from the right; everything further left is the client's own invention.
 *
 * @param peer the socket's, as node or grpc-js writes it: "::ffff:10.0.0.1", "10.0.0.1:5000", "[::1]:5000"
 * @param trustedHops 0 does not look at the header
 * @returns an IPv4 or IPv6 address; empty when the peer has none (a unix socket, a closed connection)
 */
export function clientAddress(peer: string, forwardedFor: string | null, trustedHops: number): string {
  const entries = (forwardedFor ?? "").split(",").map((entry) => bareAddress(entry));
  const told = trustedHops > 0 ? entries.at(-trustedHops) : undefined;
  return told || bareAddress(peer);
}

function bareAddress(written: string): string {
  const text = written.trim().replace(/%.*$/, "");
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1];
  const address = bracketed ?? (/^[\d.]+:\d+$/.test(text) ? text.slice(0, text.indexOf(":")) : text);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  return isIPv4(mapped) || isIPv6(mapped) ? mapped : "";
}

/** What requests from an address are counted by: an IPv6 customer has a whole /64. */
export function countedAddress(address: string): string {
  if (!isIPv6(address)) return address || "unknown";
  const canonical = new SocketAddress({ address, family: "ipv6" }).address;
  const [head = "", tail] = canonical.split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : 8 - front.length - back.length;
  const groups = [...front, ...Array<string>(Math.max(0, zeros)).fill("0"), ...back];
  return `${groups.slice(0, 4).join(":")}::/64`;
}
