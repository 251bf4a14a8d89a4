/** Special-use addresses: those a phone on the internet can't reach (RFC 6890 and its registries). */
import { BlockList, isIPv4, isIPv6 } from 'node:net'
import { SPECIAL_USE_RANGES, type SpecialUse } from './special-use.js'

export type { SpecialUse } from './special-use.js'

const lists = SPECIAL_USE_RANGES.map(([network, prefix, use]) => {
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
