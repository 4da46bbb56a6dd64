import { BlockList, isIP } from 'node:net'

/** IPv4 blocks that are no public unicast (IANA special-purpose registry, RFC 6890 and after; multicast, RFC 5771). */
const CLOSED_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

/** All of IPv6 but 2000::/3, and the blocks within it that are reserved or carry IPv4 (Teredo, 6to4). */
const CLOSED_6: readonly (readonly [string, number])[] = [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

/** One list a family: a list of both takes every IPv4 address for one of `::/3`, where IPv6 can write it. */
const closed = { ipv4: new BlockList(), ipv6: new BlockList() }
for (const [network, prefix] of CLOSED_4) closed.ipv4.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of CLOSED_6) closed.ipv6.addSubnet(network, prefix, 'ipv6')

/**
 * Whether an IP address is one of the public internet. Loopback, private, link-local, shared, multicast and reserved
 * ones are not, nor is anything that is no address; an IPv4 address written as IPv6 (`::ffff:10.0.0.1`) never is.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '')
  const version = isIP(bare)
  const family = version === 6 ? 'ipv6' : 'ipv4'
  return version !== 0 && !closed[family].check(bare, family)
}
