import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type SpecialUse, specialUse } from '../../src/facts/index.js'
import { BLOCKS, REGISTRY } from '../../src/facts/special-use.js'

/** Both ends of each block, and the addresses next to it. */
test.each<[string, SpecialUse | null]>([
  ['0.0.0.0', 'unspecified'],
  ['1.0.0.0', null],
  ['9.255.255.255', null],
  ['10.0.0.0', 'private'],
  ['10.255.255.255', 'private'],
  ['11.0.0.0', null],
  ['100.63.255.255', null],
  ['100.64.0.0', 'shared'],
  ['100.127.255.255', 'shared'],
  ['100.128.0.0', null],
  ['126.255.255.255', null],
  ['127.0.0.1', 'loopback'],
  ['128.0.0.0', null],
  ['169.253.255.255', null],
  ['169.254.169.253', 'link-local'],
  ['169.254.169.254', 'cloud'],
  ['100.100.100.199', 'shared'],
  ['100.100.100.200', 'cloud'],
  ['fd00:ec2::253', 'private'],
  ['fd00:ec2::254', 'cloud'],
  ['192.0.0.191', 'reserved'],
  ['192.0.0.192', 'cloud'],
  ['172.15.255.255', null],
  ['172.16.0.0', 'private'],
  ['172.31.255.255', 'private'],
  ['172.32.0.0', null],
  ['192.0.2.1', 'documentation'],
  ['192.167.255.255', null],
  ['192.168.0.0', 'private'],
  ['192.169.0.0', null],
  ['198.17.255.255', null],
  ['198.18.0.0', 'benchmarking'],
  ['198.19.255.255', 'benchmarking'],
  ['198.20.0.0', null],
  ['198.51.100.7', 'documentation'],
  ['203.0.113.7', 'documentation'],
  ['223.255.255.255', null],
  ['224.0.0.1', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'reserved'],
  ['168.63.129.15', null],
  ['168.63.129.16', 'cloud'],
  ['168.63.129.17', null],
  ['192.88.98.255', null],
  ['192.88.99.1', 'tunnel'],
  ['2000:ffff::1', null],
  ['2001::1', 'tunnel'],
  ['2001:1::1', null],
  ['2002::1', 'tunnel'],
  ['2002:5db8:d822::1', 'tunnel'],
  ['2003::1', null],
  ['::93.184.216.34', 'reserved'],
  ['::1:0:0', 'reserved'],
  ['1fff:ffff::1', 'reserved'],
  ['4000::1', 'reserved'],
  ['2001:0:1::1', 'tunnel'],
  ['2001:1::4', 'reserved'],
  ['2001:1ff:ffff::1', 'reserved'],
  ['2001:200::1', null],
  ['fec0::1', 'private'],
  ['fe80::1%eth0', 'link-local'],
  ['5f00::1', 'reserved'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['::2', 'reserved'],
  ['2001:db8::1', 'documentation'],
  ['2606:2800::1', null],
  ['fbff::1', 'reserved'],
  ['fc00::1', 'private'],
  ['fdff:ffff::1', 'private'],
  ['fe80::1', 'link-local'],
  ['febf::1', 'link-local'],
  ['ff02::1', 'multicast'],
])('%s: %s', (address, expected) => expect(specialUse(address)).toBe(expected))

test.each<[string, SpecialUse | null]>([
  ['::ffff:10.0.0.1', 'private'],
  ['::ffff:a00:1', 'private'],
  ['::ffff:93.184.216.34', null],
  ['64:ff9b::192.168.0.1', 'private'],
  ['64:ff9b::c0a8:1', 'private'],
  ['64:ff9b::5db8:d822', null],
  ['64:ff9b:0:0:0:0:c0a8:1', 'private'],
  ['0:0:0:0:0:ffff:127.0.0.1', 'loopback'],
  ['64:ff9b:1::5db8:d822', 'private'],
])('IPv4 inside IPv6, in either spelling: %s', (address, expected) =>
  expect(specialUse(address)).toBe(expected),
)

test.each(['', 'localhost', '10.0.0', '10.0.0.256', '1.2.3.4:443'])('no address: %j', (text) =>
  expect(specialUse(text)).toBeNull(),
)

describe('the registries of IANA', () => {
  const lines = readFileSync(join(import.meta.dirname, 'special-purpose.csv'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('/') && !line.startsWith('#'))
  const rows = lines.map((line): [string, string] => {
    const [block = '', reachable = ''] = line.split(',')
    return [block, reachable]
  })

  test('block by block, and none besides', () => {
    expect(rows.length).toBe(51)
    expect(REGISTRY.map(([block]) => block)).toEqual(rows.map(([block]) => block))
  })
  test.each(rows)('%s (globally reachable: %s): its first address and its last', (block, reachable) => {
    const [first, last] = endsOf(block)
    const [, , , source] = REGISTRY.find(([one]) => one === block) ?? []
    expect(source).toMatch(/^RFC \d+/)
    // Mapped and translated addresses are what the IPv4 address within is.
    if (block === '::ffff:0:0/96' || block === '64:ff9b::/96') return
    for (const end of [first, last]) {
      const inner = smallest(end)
      if (inner === block) expect(specialUse(end) === null, end).toBe(reachable === 'True')
    }
  })
  test.each<[string]>(BLOCKS.map(([block]) => [block]))('%s holds nothing beside itself', (block) => {
    for (const beside of neighboursOf(block)) {
      const inner = smallest(beside)
      const [, use = null] = BLOCKS.find(([one]) => one === inner) ?? []
      expect(specialUse(beside), beside).toBe(use)
    }
  })
})

const width = (block: string) => (block.includes(':') ? 128 : 32)
function startOf(block: string): bigint {
  const [network = ''] = block.split('/')
  if (width(block) === 32) return network.split('.').reduce((all, part) => all * 256n + BigInt(part), 0n)
  const [head = [], tail] = network.split('::').map((half) => half.split(':').filter(Boolean))
  const zeros = tail ? Array<string>(8 - head.length - tail.length).fill('0') : []
  return [...head, ...zeros, ...(tail ?? [])].reduce((all, part) => all * 65536n + BigInt(`0x${part}`), 0n)
}
const sizeOf = (block: string): bigint => 1n << BigInt(width(block) - Number(block.split('/')[1]))
function written(value: bigint, bits: number): string {
  const part = bits === 32 ? 8 : 16
  const parts = Array.from(
    { length: bits / part },
    (_, at) => (value >> BigInt(bits - part * (at + 1))) & ((1n << BigInt(part)) - 1n),
  )
  return bits === 32 ? parts.join('.') : parts.map((one) => one.toString(16)).join(':')
}
const endsOf = (block: string): [string, string] => [
  written(startOf(block), width(block)),
  written(startOf(block) + sizeOf(block) - 1n, width(block)),
]
function neighboursOf(block: string): string[] {
  const bits = width(block)
  return [startOf(block) - 1n, startOf(block) + sizeOf(block)]
    .filter((value) => value >= 0n && value < 1n << BigInt(bits))
    .map((value) => written(value, bits))
}
/** The smallest block an address lies in, looked for one by one. */
function smallest(address: string): string | undefined {
  const value = startOf(address)
  return BLOCKS.map(([block]) => block)
    .filter((block) => width(block) === width(address))
    .filter((block) => value >= startOf(block) && value < startOf(block) + sizeOf(block))
    .sort((a, b) => Number(b.split('/')[1]) - Number(a.split('/')[1]))[0]
}
