/**
 * Addresses that are no place of the public internet: the IANA IPv4 and IPv6 Special-Purpose Address Registries
 * (https://www.iana.org/assignments/iana-ipv4-special-registry/, .../iana-ipv6-special-registry/) as far as they are not
 * globally reachable, written down 2026-11-27 and not yet compared with the registries line by line; with multicast (RFC 5771, RFC 4291), deprecated site-local addresses
 * (RFC 3879), deprecated IPv4-compatible ones (RFC 4291 section 2.5.5.1), and one address of Azure's own.
 */
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
  /** A tunnel through IPv4 that is no more, or that phones do not open: 6to4, Teredo. */
  | 'tunnel'

export const SPECIAL_USE_RANGES: readonly [network: string, prefix: number, SpecialUse][] = [
  ['0.0.0.0', 8, 'unspecified'],
  ['10.0.0.0', 8, 'private'],
  ['100.64.0.0', 10, 'shared'],
  ['127.0.0.0', 8, 'loopback'],
  // Azure's platform address: it answers inside of every virtual network (learn.microsoft.com, what is 168.63.129.16).
  ['168.63.129.16', 32, 'private'],
  ['169.254.0.0', 16, 'link-local'],
  ['172.16.0.0', 12, 'private'],
  ['192.0.0.0', 24, 'reserved'],
  ['192.0.2.0', 24, 'documentation'],
  ['192.88.99.0', 24, 'tunnel'],
  ['192.168.0.0', 16, 'private'],
  ['198.18.0.0', 15, 'benchmarking'],
  ['198.51.100.0', 24, 'documentation'],
  ['203.0.113.0', 24, 'documentation'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved'],
  ['::', 128, 'unspecified'],
  ['::1', 128, 'loopback'],
  ['::', 96, 'reserved'],
  ['64:ff9b:1::', 48, 'private'],
  ['100::', 64, 'reserved'],
  ['100:0:0:1::', 64, 'reserved'],
  ['2001::', 32, 'tunnel'],
  ['2001:2::', 48, 'benchmarking'],
  ['2001:10::', 28, 'reserved'],
  ['2001:db8::', 32, 'documentation'],
  ['2002::', 16, 'tunnel'],
  ['3fff::', 20, 'documentation'],
  ['5f00::', 16, 'reserved'],
  ['fc00::', 7, 'private'],
  ['fe80::', 10, 'link-local'],
  ['fec0::', 10, 'private'],
  ['ff00::', 8, 'multicast'],
]
