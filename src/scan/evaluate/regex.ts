/** Regular expressions of the scanned source, run on a linear-time engine: the host's own could run forever. */
import { RE2JS } from 're2js'

/** Longer ones say nothing about URLs. */
const MAX_SOURCE = 200
const MAX_TEXT = 4_000
const MAX_KEPT = 500

const compiled = new Map<string, RE2JS | null>()

/** Null for one this engine doesn't support (back-references, look-around) or that is too long. */
function compile(source: string, flags: string): RE2JS | null {
  const key = `${flags}/${source}`
  const known = compiled.get(key)
  if (known !== undefined) return known
  const made = source.length > MAX_SOURCE ? null : attempt(source, flags)
  if (compiled.size < MAX_KEPT) compiled.set(key, made)
  return made
}

function attempt(source: string, flags: string): RE2JS | null {
  try {
    // Counted repetitions are unrolled: a short expression may become a very long program.
    if (/\{\d{3,}/.test(source) || (source.match(/\{\d/g)?.length ?? 0) > 2) return null
    let bits = 0
    if (flags.includes('i')) bits |= RE2JS.CASE_INSENSITIVE
    if (flags.includes('m')) bits |= RE2JS.MULTILINE
    if (flags.includes('s')) bits |= RE2JS.DOTALL
    return RE2JS.compile(RE2JS.translateRegExp(source), bits)
  } catch {
    return null
  }
}

export interface Match {
  start: number
  end: number
}

/** The first match in a string; null if there is none, `undefined` if that can't be determined. */
export function firstMatch(source: string, flags: string, text: string): Match | null | undefined {
  const regex = text.length > MAX_TEXT ? null : compile(source, flags)
  if (!regex) return undefined
  const matcher = regex.matcher(text)
  return matcher.find() ? { start: matcher.start(), end: matcher.end() } : null
}

/** With its groups; null for a group that did not participate. */
export interface GroupedMatch extends Match {
  groups: (Match | null)[]
}

/** The first match, or with the flag `g` every one up to `most`; `undefined` when that can't be determined. */
export function matchesIn(
  source: string,
  flags: string,
  text: string,
  most: number,
): GroupedMatch[] | undefined {
  const regex = text.length > MAX_TEXT ? null : compile(source, flags)
  if (!regex) return undefined
  const matcher = regex.matcher(text)
  const found: GroupedMatch[] = []
  while (matcher.find()) {
    if (found.length === most) return undefined
    const groups = Array.from({ length: matcher.groupCount() }, (_, at) => {
      const [start, end] = [matcher.start(at + 1), matcher.end(at + 1)]
      return start < 0 ? null : { start, end }
    })
    found.push({ start: matcher.start(), end: matcher.end(), groups })
    if (!flags.includes('g')) break
  }
  return found
}

/** The result of `text.replace(/…/, by)`; `undefined` if that can't be determined. */
export function replaced(source: string, flags: string, text: string, by: string): string | undefined {
  const regex = text.length > MAX_TEXT ? null : compile(source, flags)
  if (!regex) return undefined
  const matcher = regex.matcher(text)
  const result = flags.includes('g') ? matcher.replaceAll(by) : matcher.replaceFirst(by)
  return result.length > MAX_TEXT ? undefined : result
}
