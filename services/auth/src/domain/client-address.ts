import { isIPv4, isIPv6, SocketAddress } from "node:net";

/**
 * What attempts from an address are counted by: an IPv4 address, or the /64 of an IPv6 one, since a single
 * customer has all of that. Empty for what is no address.
 */
export function countedAddress(written: string): string {
  const bare = written.trim();
  if (isIPv4(bare)) return bare;
  if (!isIPv6(bare)) return "";
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  return mapped ?? `${firstGroups(bare, 4).join(":")}::/64`;
}

function firstGroups(address: string, count: number): string[] {
  const canonical = new SocketAddress({ address: withoutZone(address), family: "ipv6" }).address;
  const [head = "", tail = ""] = canonical.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === "" ? [] : tail.split(":");
  const zeros = canonical.includes("::") ? 8 - before.length - after.length : 0;
  return [...before, ...Array<string>(zeros).fill("0"), ...after].slice(0, count);
}

const withoutZone = (address: string): string => address.split("%")[0] ?? address;
