/** The config for names that arrive one by one: they aren't a console's list. */
import { auditConfig } from '../config/index.js'
import type { Config } from '../config/types.js'
import type { Language, PlatformId } from '../types.js'

/** A list without names: what holds before any name is known. */
export function streamConfig({
  platforms,
  language,
}: {
  platforms?: readonly PlatformId[]
  language: Language
}): Config {
  const made = configOf('example.com', platforms, language)
  return { ...made.config, entries: [] }
}

export function configOf(text: string, platforms: readonly PlatformId[] | undefined, lang: Language) {
  const made = auditConfig([text], platforms ? { platforms, lang } : { lang })
  if ('problems' in made) throw new Error(made.problems[0]?.message)
  return made
}
