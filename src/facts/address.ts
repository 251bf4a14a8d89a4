/** Special-use addresses: those a phone on the internet can't reach (RFC 6890 and its registries). */
import { BlockList, isIPv4, isIPv6 } from 'node:net'

export type SpecialUse =
  | 'unspecified'
  | 'loopback'
  | 'private'
  | 'shared'
  | 'link-local'
  | 'documentation'
  | 'benchmarking'
  | 'multicast'
  | 'reserved'

const RANGES: readonly [string, number, SpecialUse][] = [
  ['0.0.0.0', 8, 'unspecified'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'shared'],
  ['127.0.0.0', 8, 'loopback'],
  ['169.254.0.0', 16, 'link-local'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'reserved'],
  ['192.0.2.0', 24, 'documentation'],
  ['192.168.0.0', 16, 'private'],
  ['198.18.0.0', 15, 'benchmarking'],
  ['198.51.100.0', 24, 'documentation'],
  ['203.0.113.0', 24, 'documentation'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved'],
  ['::', 128, 'unspecified'],
  ['::1', 128, 'loopback'],
  ['64:ff9b:1::', 48, 'private'],
  ['100::', 64, 'reserved'],
  ['2001:2::', 48, 'benchmarking'],
  ['2001:db8::', 32, 'documentation'],
  ['3fff::', 20, 'documentation'],
  ['fc00::', 7, 'private'],
  ['fe80::', 10, 'link-local'],
  ['fec0::', 10, 'private'],
  ['ff00::', 8, 'multicast'],
]

const lists = RANGES.map(([network, prefix, use]) => {
  const list = new BlockList()
  list.addSubnet(network, prefix, isIPv4(network) ? 'ipv4' : 'ipv6')
  return { list, use }
})

/** Null for an address of the public internet and for text that is no address. */
export function specialUse(address: string): SpecialUse | null {
  if (!isIPv4(address) && !isIPv6(address)) return null
  // NAT64 (RFC 6052); IPv4-mapped addresses are the lists' own business.
  const embedded = translated(address)
  if (embedded !== null) return specialUse(embedded)
  const family = isIPv4(address) ? 'ipv4' : 'ipv6'
  return lists.find(({ list }) => list.check(address, family))?.use ?? null
}

/** The IPv4 address inside a translated one (RFC 6052 section 2.1), in either spelling. */
function translated(address: string): string | null {
  const [, dotted, high = '0', low] =
    /^64:ff9b::(?:(\d+\.\d+\.\d+\.\d+)|(?:([0-9a-f]{1,4}):)?([0-9a-f]{1,4}))$/i.exec(address) ?? []
  if (dotted !== undefined || low === undefined) return dotted ?? null
  const octets = [high, low].flatMap((group) => {
    const value = Number.parseInt(group, 16)
    return [value >> 8, value & 0xff]
  })
  return octets.join('.')
}
