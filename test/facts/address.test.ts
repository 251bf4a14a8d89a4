import { expect, test } from 'vitest'
import { type SpecialUse, specialUse } from '../../src/facts/index.js'

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
  ['169.254.169.254', 'link-local'],
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
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['::2', null],
  ['2001:db8::1', 'documentation'],
  ['2606:2800::1', null],
  ['fbff::1', null],
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
])('IPv4 inside IPv6, in either spelling: %s', (address, expected) =>
  expect(specialUse(address)).toBe(expected),
)

test.each(['', 'localhost', '10.0.0', '10.0.0.256', '1.2.3.4:443'])('no address: %j', (text) =>
  expect(specialUse(text)).toBeNull(),
)
