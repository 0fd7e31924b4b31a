import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** A range of addresses as `10.0.0.0/8` writes it, or the one address that is written; null for what is neither. */
export function rangeOf(text: string): [network: Address, bits: number] | null {
  const [bare = ""] = text.split("/");
  if (!ipaddr.IPv6.isValid(bare) && !ipaddr.IPv4.isValidFourPartDecimal(bare)) return null;
  const range = bare === text ? `${text}/${text.includes(":") ? 128 : 32}` : text;
  return ipaddr.isValidCIDR(range) ? ipaddr.parseCIDR(range) : null;
}

/** Whether an address is in a range, or is the one it names. */
export function isIn(address: Address, range: string): boolean {
  const [network, bits] = rangeOf(range) ?? [];
  return network !== undefined && network.kind() === address.kind() && address.match(network, bits ?? 0);
}
