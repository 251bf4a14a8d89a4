/**
 * Special-use address blocks, each with the document that assigned it. Of nested blocks the smallest counts.
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
  /** A tunnel over IPv4 that is no longer in use, or that phones do not open: 6to4, Teredo. */
  | 'tunnel'
  /** Visible only to a cloud's own machines. */
  | 'cloud'

/** `use`: null for a globally reachable block. */
export type Block = readonly [block: string, use: SpecialUse | null, name: string, source: string]

/**
 * The IANA IPv4 and IPv6 Special-Purpose Address Registries, block by block, as of 2026-07-18 (read 2026-11-27 in a
 * copy of their CSV files):
 * https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry-1.csv
 * https://www.iana.org/assignments/iana-ipv6-special-registry/iana-ipv6-special-registry-1.csv
 */
export const REGISTRY: readonly Block[] = [
  ['0.0.0.0/8', 'unspecified', 'This network', 'RFC 791'],
  ['0.0.0.0/32', 'unspecified', 'This host on this network', 'RFC 1122'],
  ['10.0.0.0/8', 'private', 'Private-Use', 'RFC 1918'],
  ['100.64.0.0/10', 'shared', 'Shared Address Space', 'RFC 6598'],
  ['127.0.0.0/8', 'loopback', 'Loopback', 'RFC 1122'],
  ['169.254.0.0/16', 'link-local', 'Link Local', 'RFC 3927'],
  ['172.16.0.0/12', 'private', 'Private-Use', 'RFC 1918'],
  ['192.0.0.0/24', 'reserved', 'IETF Protocol Assignments', 'RFC 6890'],
  ['192.0.0.0/29', 'reserved', 'IPv4 Service Continuity Prefix', 'RFC 7335'],
  ['192.0.0.8/32', 'reserved', 'IPv4 dummy address', 'RFC 7600'],
  ['192.0.0.9/32', null, 'Port Control Protocol Anycast', 'RFC 7723'],
  ['192.0.0.10/32', null, 'Traversal Using Relays around NAT Anycast', 'RFC 8155'],
  ['192.0.0.170/32', 'reserved', 'NAT64/DNS64 Discovery', 'RFC 8880, RFC 7050'],
  ['192.0.0.171/32', 'reserved', 'NAT64/DNS64 Discovery', 'RFC 8880, RFC 7050'],
  ['192.0.2.0/24', 'documentation', 'Documentation (TEST-NET-1)', 'RFC 5737'],
  ['192.31.196.0/24', null, 'AS112-v4', 'RFC 7535'],
  ['192.52.193.0/24', null, 'AMT', 'RFC 7450'],
  ['192.88.99.0/24', 'tunnel', 'Deprecated (6to4 Relay Anycast)', 'RFC 7526'],
  ['192.88.99.2/32', 'tunnel', '6a44-relay anycast address', 'RFC 6751'],
  ['192.168.0.0/16', 'private', 'Private-Use', 'RFC 1918'],
  ['192.175.48.0/24', null, 'Direct Delegation AS112 Service', 'RFC 7534'],
  ['198.18.0.0/15', 'benchmarking', 'Benchmarking', 'RFC 2544'],
  ['198.51.100.0/24', 'documentation', 'Documentation (TEST-NET-2)', 'RFC 5737'],
  ['203.0.113.0/24', 'documentation', 'Documentation (TEST-NET-3)', 'RFC 5737'],
  ['240.0.0.0/4', 'reserved', 'Reserved', 'RFC 1112'],
  ['255.255.255.255/32', 'reserved', 'Limited Broadcast', 'RFC 8190, RFC 919'],
  ['::1/128', 'loopback', 'Loopback Address', 'RFC 4291'],
  ['::/128', 'unspecified', 'Unspecified Address', 'RFC 4291'],
  ['::ffff:0:0/96', 'reserved', 'IPv4-mapped Address', 'RFC 4291'],
  ['64:ff9b::/96', null, 'IPv4-IPv6 Translat.', 'RFC 6052'],
  ['64:ff9b:1::/48', 'private', 'IPv4-IPv6 Translat.', 'RFC 8215'],
  ['100::/64', 'reserved', 'Discard-Only Address Block', 'RFC 6666'],
  ['100:0:0:1::/64', 'reserved', 'Dummy IPv6 Prefix', 'RFC 9780'],
  ['2001::/23', 'reserved', 'IETF Protocol Assignments', 'RFC 2928'],
  ['2001::/32', 'tunnel', 'TEREDO', 'RFC 4380, RFC 8190'],
  ['2001:1::1/128', null, 'Port Control Protocol Anycast', 'RFC 7723'],
  ['2001:1::2/128', null, 'Traversal Using Relays around NAT Anycast', 'RFC 8155'],
  ['2001:1::3/128', null, 'DNS-SD Service Registration Protocol Anycast', 'RFC 9665'],
  ['2001:2::/48', 'benchmarking', 'Benchmarking', 'RFC 5180'],
  ['2001:3::/32', null, 'AMT', 'RFC 7450'],
  ['2001:4:112::/48', null, 'AS112-v6', 'RFC 7535'],
  ['2001:10::/28', 'reserved', 'Deprecated (previously ORCHID)', 'RFC 4843'],
  ['2001:20::/28', null, 'ORCHIDv2', 'RFC 7343'],
  ['2001:30::/28', null, 'Drone Remote ID Protocol Entity Tags (DETs) Prefix', 'RFC 9374'],
  ['2001:db8::/32', 'documentation', 'Documentation', 'RFC 3849'],
  ['2002::/16', 'tunnel', '6to4', 'RFC 3056'],
  ['2620:4f:8000::/48', null, 'Direct Delegation AS112 Service', 'RFC 7534'],
  ['3fff::/20', 'documentation', 'Documentation', 'RFC 9637'],
  ['5f00::/16', 'reserved', 'Segment Routing (SRv6) SIDs', 'RFC 9602'],
  ['fc00::/7', 'private', 'Unique-Local', 'RFC 4193, RFC 8190'],
  ['fe80::/10', 'link-local', 'Link-Local Unicast', 'RFC 4291'],
]

/** Blocks from other registries and documents. */
const BESIDE: readonly Block[] = [
  ['224.0.0.0/4', 'multicast', 'Multicast', 'RFC 5771'],
  ['::/0', 'reserved', 'Reserved by IETF', 'IANA IPv6 address space; RFC 4291, section 4'],
  ['2000::/3', null, 'Global Unicast', 'IANA IPv6 address space; RFC 4291, section 4'],
  ['::/96', 'reserved', 'IPv4-compatible, deprecated', 'RFC 4291, section 2.5.5.1'],
  ['fec0::/10', 'private', 'Site-local, deprecated', 'RFC 3879'],
  ['ff00::/8', 'multicast', 'Multicast', 'RFC 4291, section 2.7'],
]

const AWS = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html'

/** Where clouds serve their own machines. Pages read 2026-11-27; Azure’s is known from other texts. */
const CLOUDS: readonly Block[] = [
  ['169.254.169.254/32', 'cloud', 'Instance metadata of AWS and others', AWS],
  ['fd00:ec2::254/128', 'cloud', 'Instance metadata of AWS', AWS],
  [
    '100.100.100.200/32',
    'cloud',
    'Instance metadata of Alibaba Cloud',
    'https://www.alibabacloud.com/help/doc-detail/141788.htm',
  ],
  [
    '192.0.0.192/32',
    'cloud',
    'Instance metadata of Oracle Cloud at Customer',
    'https://docs.oracle.com/en/cloud/cloud-at-customer/occ-get-started/retrieve-predefined-instance-metadata.html',
  ],
  [
    '168.63.129.16/32',
    'cloud',
    'Platform services of Azure',
    'https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16',
  ],
]

export const BLOCKS: readonly Block[] = [...REGISTRY, ...BESIDE, ...CLOUDS]
