/** Where the domains of a starter config come from: flags, a file, the source, or the user's answers. */
import { platformsOf } from '../../config/index.js'
import { splitDomains } from '../../config/split.js'
import { auditConfig, type Config, loadConfig, type Problem } from '../../index.js'
import { API_NAMES, type ApiName, FAMILIES, familyOf, PLATFORM_IDS, type PlatformId } from '../../types.js'
import type { Session } from '../session.js'
import { UsageError } from '../usage-error.js'
import type { FoundDomain } from './project.js'
import type { InitWords } from './words.js'

/** Domains as a console has them: a pasted URL loses its path, a bare host gets its scheme, a list is split. */
export function domainsOf(
  text: string,
  api: ApiName | null,
  option: string,
  words: InitWords,
): FoundDomain[] {
  const bad = () => new UsageError(words.badDomain(option, text))
  const parts = splitDomains(text)
  if (parts.length === 0) throw bad()
  return parts.map((part) => {
    const bare = !/^[a-z][a-z0-9+.-]*:\/\//i.test(part)
    const made = auditConfig([bare && api === 'connectSocket' ? `wss://${part}` : part])
    const entry = 'problems' in made ? undefined : made.config.entries[0]
    if (!entry || /\s/.test(entry.text) || entry.text.endsWith('://')) throw bad()
    return { api: api ?? entry.api, text: entry.text, places: [] }
  })
}

/** Every family's entries as one list per API. */
export function domainsOfConfig({ entries }: Config): FoundDomain[] {
  return unique(entries.map(({ api, text }) => ({ api, text, places: [] })))
}

export function unique(domains: readonly FoundDomain[]): FoundDomain[] {
  const found = new Map(domains.map((one) => [`${one.api} ${one.text}`, one]))
  return API_NAMES.flatMap((api) => [...found.values()].filter((one) => one.api === api))
}

export async function readFrom(
  file: string,
  { io, language, noPlugins }: Session,
): Promise<{ config: Config } | { problems: Problem[] }> {
  const plugins = noPlugins ? 'refused' : 'load'
  return loadConfig(file, { cwd: io.cwd, language, plugins, signal: io.signal })
}

/** A family if all of its platforms are meant, as people usually say it. */
export function platformWords(platforms: readonly PlatformId[]): string[] {
  return FAMILIES.flatMap((family) => {
    const own = PLATFORM_IDS.filter((id) => familyOf(id) === family)
    const held = own.filter((id) => platforms.includes(id))
    const named = platformsOf([family])
    const isWhole = named.length > 0 && named.every((id) => held.includes(id))
    return isWhole ? [family, ...held.filter((id) => !named.includes(id))] : held
  })
}
