/** Special-use addresses: those a phone on the internet can't reach (RFC 6890 and its registries). */
import { isIPv4, isIPv6 } from '../ip.js'
import { BLOCKS, type SpecialUse } from './special-use.js'

export type { SpecialUse } from './special-use.js'

interface Bits {
  value: bigint
  width: 32 | 128
}

/** The smallest block first: of nested blocks, the smallest applies. */
const blocks = BLOCKS.map(([block, use]) => {
  const [network = '', prefix = ''] = block.split('/')
  const { value, width } = bitsOf(network)
  const free = BigInt(width - Number(prefix))
  return { start: value >> free, free, width, use }
}).sort((a, b) => Number(a.free - b.free))

/** Null for an address of the public internet and for text that is no address. */
export function specialUse(address: string): SpecialUse | null {
  if (!isIPv4(address) && !isIPv6(address)) return null
  const bits = withoutShell(bitsOf(address))
  const block = blocks.find(({ start, free, width }) => width === bits.width && bits.value >> free === start)
  return block?.use ?? null
}

/** An IPv4 address comes bare, mapped (RFC 4291 section 2.5.5.2) or translated (NAT64, RFC 6052 section 2.1). */
function withoutShell(bits: Bits): Bits {
  const shell = bits.value >> 32n
  if (bits.width === 32 || (shell !== 0xffffn && shell !== 0x64ff9bn << 64n)) return bits
  return { value: bits.value & 0xffff_ffffn, width: 32 }
}

function bitsOf(address: string): Bits {
  if (isIPv4(address)) return { value: joined(address.split('.').map(Number), 8n), width: 32 }
  // The URL parser accepts every notation and writes a single one; a zone is not part of the address.
  const [, plain = ''] = /^\[(.*)\]$/.exec(new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname) ?? []
  const [head = '', tail] = plain.split('::').map((half) => (half === '' ? [] : half.split(':')))
  const zeros = tail === undefined ? 0 : 8 - head.length - tail.length
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...(tail ?? [])]
  return {
    value: joined(
      groups.map((group) => Number.parseInt(group, 16)),
      16n,
    ),
    width: 128,
  }
}

function joined(parts: readonly number[], bits: bigint): bigint {
  return parts.reduce((value, part) => (value << bits) | BigInt(part), 0n)
}
