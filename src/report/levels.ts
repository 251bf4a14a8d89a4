/** The level of a finding on each platform, in words. */
import type { Words } from '../i18n/report.js'
import type { Level, PlatformId } from '../types.js'
import type { Levels } from './causes.js'
import { platformNames } from './labels.js'

/** `error on wechat-android, warning on wechat-ios`. */
export function levelsText(
  platforms: readonly PlatformId[],
  words: Words,
  status: string,
  levels: Levels,
): string {
  const parts = (['error', 'warning', 'info'] as const).flatMap((level) => {
    const held = platforms.filter((id) => levels[id] === level)
    if (held.length === 0) return []
    const names = platformNames(held, platforms, words.everyPlatform).join(words.listSeparator)
    return [words.on(levelWord(words, status, level), names)]
  })
  const several = parts.some((part) => part.includes(words.listSeparator))
  return parts.join(several ? words.clauseSeparator : words.pause)
}

function levelWord(words: Words, status: string, level: Level): string {
  if (status !== 'unknown') return words.level[level]
  return level === 'error' ? words.unknownLevel : `${words.unknownLevel} (${words.level[level]})`
}
