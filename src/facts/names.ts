/** Names that don't exist on the public internet. */
import { isIP } from '../ip.js'

/** Top-level and second-level names that are kept out of the public DNS, longest first where they overlap. */
const SPECIAL_USE = [
  'localhost', // RFC 6761
  'test',
  'example',
  'invalid',
  'local', // RFC 6762
  'home.arpa', // RFC 8375
  'onion', // RFC 7686
  'alt', // RFC 9476
  'internal', // ICANN resolution of 2024-07-29
  'intranet', // RFC 6762 appendix G
  'private',
  'corp',
  'home',
  'lan',
  'localdomain',
]

/** The special-use suffix of a name; example.com and similar are ordinary names. */
export function specialUseSuffix(host: string): string | null {
  return SPECIAL_USE.find((suffix) => host === suffix || host.endsWith(`.${suffix}`)) ?? null
}

/** An address, or a name outside the public DNS: no platform accepts it as a server domain. */
export function isNoServerDomain(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1')
  return isIP(bare) > 0 || !bare.includes('.') || specialUseSuffix(bare) !== null
}
