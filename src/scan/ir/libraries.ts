/** Libraries put among a project's files that need not be read, told by what stands in them. */
import { isEngineFile, mayReachNetwork } from '../frameworks/index.js'
import type { SourceUnit } from '../types.js'

/** Below, reading costs as little as looking. */
const LEAST_UNITS = 8_000
const SCRIPT = /\.(?:[cm]?js|es6)$/i

/** Whose licence stands at its beginning. */
const BANNER = /\/\*!|@license|@preserve|\bcopyright\b|\blicen[sc]ed? (?:under|:)|\(the "License"\)/i
/** It serves whoever loads it, by whatever way there is. */
const UNIVERSAL =
  /typeof exports|["'](?:object|undefined)["']\s*[!=]==?\s*typeof (?:exports|module|define)|define\.amd|typeof define\b/
/** All of it is one function that is given the surroundings. */
const ENCLOSED =
  /\}\)?\s*\([^{};]{0,200}\b(?:window|self|globalThis|global|this|exports)\b[^{};]{0,200}\)\)?;?\s*$/
const HEAD = 3_000
const TAIL = 500
/** Units a line has on average in what a program wrote. */
const BUILT_LINE = 200
/** They are told, and need the script's tree. */
const TOLD = /secret|api\.weixin\.qq\.com/i

/**
 * Is it the file of an engine, or a library that reaches no server, whoever calls it? Then it stands for what it is
 * called by, as packages do that aren't there, and only its addresses are looked for. `isOwn`: it loads a file of the project.
 */
export function isAside(
  { file, code, conditions }: SourceUnit,
  isOwn: (specifier: string) => boolean,
): boolean {
  if (code.length < LEAST_UNITS || !SCRIPT.test(file)) return false
  if (conditions && code.includes('#if')) return false
  if (isEngineFile(code)) return true
  return isLibrary(code) && !mayReachNetwork(code) && !TOLD.test(code) && !loads(code, isOwn)
}

function isLibrary(code: string): boolean {
  const head = code.slice(0, HEAD)
  return BANNER.test(head) || UNIVERSAL.test(code) || ENCLOSED.test(code.slice(-TAIL)) || isBuilt(code)
}

/** What a program wrote may be a project's settings too: then it has addresses. */

function isBuilt(code: string): boolean {
  if (code.includes('://')) return false
  let lines = 1
  for (let at = code.indexOf('\n'); at >= 0; at = code.indexOf('\n', at + 1)) lines++
  return code.length / lines > BUILT_LINE
}

const LOADS = /(?:\brequire\s*\(|\bfrom|\bimport\s*\(?)\s*["'`]([^"'`\n]{1,200})["'`]/g

function loads(code: string, isOwn: (specifier: string) => boolean): boolean {
  for (const [, specifier = ''] of code.matchAll(LOADS)) if (isOwn(specifier)) return true
  return false
}
