/** Domains given on the command line, as a config. */

import { configTexts } from '../i18n/config.js'
import type { ApiName, Entry, Language, PlatformId } from '../types.js'
import { LEGACY_OS, LIMITS, PLATFORMS, SUPPORTED_OS } from './defaults.js'
import { holdsTwo, splitDomains } from './split.js'
import type { Config, Problem } from './types.js'
import { familiesOf, platformsOf } from './words.js'

export interface AuditOptions {
  /** Default: the platforms of a config that names none. */
  platforms?: readonly PlatformId[]
  lang?: Language
}

/**
 * One text may hold several domains, as lists are pasted. `notes` say what was split, and what was dropped from pasted URLs. An
 * empty domain, or two without a separator, are problems; the column is the argument's number.
 */
export function auditConfig(
  domains: readonly string[],
  options: AuditOptions = {},
): { config: Config; notes: string[] } | { problems: Problem[] } {
  const texts = configTexts(options.lang ?? 'en')
  const problem = (index: number, message: string) => ({
    file: 'DOMAIN',
    line: 1,
    column: index + 1,
    message,
  })
  if (domains.length === 0) return { problems: [problem(0, texts.nothingToCheck)] }
  const lists = domains.map(splitDomains)
  const problems = lists.flatMap((parts, index) => [
    ...(parts.length === 0 ? [problem(index, texts.empty('DOMAIN'))] : []),
    ...parts.filter(holdsTwo).map((part) => problem(index, texts.twoDomains(part))),
  ])
  if (problems.length > 0) return { problems }

  const platforms = platformsOf(options.platforms ?? PLATFORMS)
  const notes = lists.flatMap((parts, index) =>
    parts.length > 1 ? [texts.severalDomains(domains[index] ?? '', parts.length)] : [],
  )
  const entries = lists.flat().flatMap((written): Entry[] => {
    const { origin, cut } = originOf(written)
    if (cut) notes.push(texts.cutToOrigin(written, origin))
    const api: ApiName = /^wss?:/i.test(origin) ? 'connectSocket' : 'request'
    return familiesOf(platforms).map((family) => ({ family, api, text: origin }))
  })
  const config: Config = {
    platforms,
    entries,
    limits: { ...LIMITS },
    supportedOs: { ...SUPPORTED_OS },
    legacyOs: { ...LEGACY_OS },
    paths: {},
    plugins: [],
    icp: {},
    rules: {},
    waivers: [],
  }
  return { config, notes }
}

/** Scheme, host and port of what was typed or pasted, without judging them. */
function originOf(written: string): { origin: string; cut: boolean } {
  const [, scheme = 'https://', rest = ''] = /^([a-z][a-z0-9+.-]*:\/\/)?(.*)$/is.exec(written.trim()) ?? []
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? ''
  const origin = `${scheme}${authority}`
  return { origin, cut: authority !== rest }
}
