/** Is a certificate valid for a host? RFC 9525 over the DER of subjectAltName; the common name never counts. */
import { isIP } from '../ip.js'
import type { Certificate } from './types.js'

export interface MatchOptions {
  /** `refuse` with `isPublicSuffix`: `*.co.uk` matches nothing. Default `accept`. */
  wildcardOnPublicSuffix?: 'accept' | 'refuse'
  /** Given the wildcard's parent as A-labels, such as `co.uk`. */
  isPublicSuffix?: (domain: string) => boolean
  /** Does a dot at the end of an entry count as none (an absolute name)? Default false. */
  trailingDot?: boolean
}

export interface HostMatch {
  matches: boolean
  /** The subjectAltName entry that matched. */
  by?: string
}

/**
 * `host` is a name in A-labels (one trailing dot is ignored) or an IP literal, IPv6 with or without
 * brackets. An IP literal is matched by iPAddress entries only (RFC 9525 section 6.2), a name by dNSName
 * entries only. A name with other than letters, digits, hyphens and underscores matches nothing.
 */
export function matchHost(certificate: Certificate, host: string, options: MatchOptions = {}): HostMatch {
  const san = certificate.subjectAltName
  if (san === null) return { matches: false }
  const literal = host.replace(/^\[(.*)\]$/, '$1')
  const by =
    isIP(literal) > 0
      ? san.ip.find((address) => isIP(address) > 0 && sameAddress(address, literal))
      : matchName(san.dns, host, options)
  return by === undefined ? { matches: false } : { matches: true, by }
}

// The URL parser writes every spelling of an address in one way (RFC 5952).
const normalAddress = (address: string): string => {
  const withoutZone = address.replace(/%.*$/, '')
  return isIP(withoutZone) === 6 ? new URL(`http://[${withoutZone}]`).hostname : withoutZone
}

const sameAddress = (a: string, b: string): boolean => normalAddress(a) === normalAddress(b)

const NAME =
  /^(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*$/
const IPV4_LIKE = /^[\d.]+$/

/** Null for what isn't a name in A-labels. */
function normalName(name: string): string | null {
  const folded = name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  return NAME.test(folded) && !IPV4_LIKE.test(folded) ? folded : null
}

function matchName(patterns: readonly string[], host: string, options: MatchOptions): string | undefined {
  const name = normalName(host.replace(/\.$/, ''))
  if (name === null) return undefined
  const parent = name.slice(name.indexOf('.') + 1)
  return patterns.find((entry) => {
    const pattern = options.trailingDot ? entry.replace(/\.$/, '') : entry
    // RFC 9525 section 6.3: the wildcard is the whole left-most label and stands for exactly one.
    if (!pattern.startsWith('*.')) return normalName(pattern) === name
    const base = normalName(pattern.slice(2))
    return base !== null && name !== parent && base === parent && allowed(base, options)
  })
}

function allowed(base: string, options: MatchOptions): boolean {
  return (
    options.wildcardOnPublicSuffix !== 'refuse' || !(options.isPublicSuffix?.(base) ?? !base.includes('.'))
  )
}
