/** Libraries copied into a project that need not be read, recognised by content. */
import { engineOf, knownLibrary, mayReachNetwork } from '../frameworks/index.js'
import type { SourceUnit } from '../types.js'

/** A file of a library, not written by the project itself. */
export interface LibraryFile {
  /** The name it gives itself, or the name it is known by. */
  name: string
  /** It makes requests: for the URLs it is given, and no others if it is skipped. */
  asks: boolean
  /** Only searched as text: it is represented by its name, like packages that aren't installed. */
  isAside: boolean
  /** Its global name if it isn't a module. */
  globals: readonly string[]
}

/** Below this size, parsing is as cheap as searching. */
const LEAST_UNITS = 5_000
/** A request library is smaller, and how it assembles URLs is worth reading. */
const LEAST_ASKING = 40_000
const SCRIPT = /\.(?:[cm]?js|es6)$/i

/** Has a licence comment at its beginning: `license: 7` is a setting. */
const BANNER =
  /\/\*!|@license|@preserve|\bcopyright\b|\blicen[sc]ed?\b(?: (?:under|:)|\.|$)|\(the "License"\)/im
/** It can be loaded in any way (UMD). */
const UNIVERSAL =
  /typeof exports|["'](?:object|undefined)["']\s*[!=]==?\s*typeof (?:exports|module|define)|define\.amd|typeof define\b/
/** It consists of one function that receives its environment. */
const ENCLOSED =
  /\}\)?\s*\([^{};]{0,200}\b(?:window|self|globalThis|global|this|exports)\b[^{};]{0,200}\)\)?;?\s*$/
/** Packed by webpack as a library; a project's own bundle runs by itself, and its chunks push their modules onto a list. */
const PACKED = /^\s*module\.exports\s*=[\s/*]*\(?function\s*\(\w+\)\s*\{[^{}]{0,200}\{\}/
const PART = /webpackJsonp|webpackChunk|System\.register/
const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*/g
const hasBanner = (head: string) => BANNER.test((head.match(COMMENT) ?? []).join('\n'))
const HEAD = 3_000
const TAIL = 500
/** Average line length of generated code, in UTF-16 units. */
const BUILT_LINE = 200
/** They are reported, and need the script's tree. */
const TOLD = /secret|api\.weixin\.qq\.com/i
/** A server of its own, except XML namespaces and the like; or a path on one. */
const OWN_SERVER =
  /["'`](?:(?:https?|wss?):)?\/\/(?!(?:www\.)?(?:w3|ietf|ecma-international)\.org\b)[\w-]+[.:][\w.-]/
const OWN_PATH = /["'`]\/[A-Za-z][\w-]+(?:["'`?]|\/[\w-]+(?:["'`?/]))/
/** Options and objects of an app and its pages: whose methods are called from elsewhere and call other code. */
const OWN_APP = /(?<![\w$])(?:getApp\s*\(|(?:App|Page|Component|Behavior)\s*\(\s*\{)/

/**
 * The library a script belongs to; null for the project's own code. It is skipped if it reaches no server, whoever
 * calls it, or requests only URLs it is given: then only its URL literals are collected.
 * `isOwn`: it loads a file of the project.
 */
export function libraryOf(unit: SourceUnit, isOwn: (specifier: string) => boolean): LibraryFile | null {
  const { file, code } = unit
  if (!SCRIPT.test(file)) return null
  const engine = isConditional(unit) ? null : engineOf(code)
  if (engine) return { name: engine, asks: true, isAside: true, globals: [] }
  const said = code.length < LEAST_UNITS ? code : withoutComments(code)
  const copied = knownLibrary(code)
  const known = copied?.namesNone || namesNoServer(said) ? copied : null
  const isForeign = () =>
    !OWN_APP.test(code) && !PART.test(code) && (known?.hasParts === true || !loads(code, isOwn))
  if (known && isForeign() && !TOLD.test(code))
    return { name: known.name, asks: true, isAside: true, globals: known.globals ?? [] }
  if (code.length < LEAST_UNITS || isConditional(unit)) return null
  if (isLibrary(code) && !mayReachNetwork(said) && !TOLD.test(code) && isForeign())
    return { name: libraryName(unit), asks: false, isAside: true, globals: [] }
  if (!isPublished(code) || !isForeign()) return null
  const isAside = code.length >= LEAST_ASKING && namesNoServer(said) && !TOLD.test(code)
  return { name: libraryName(unit), asks: true, isAside, globals: isAside ? globalsOf(code) : [] }
}

const isConditional = ({ code, conditions }: SourceUnit) => conditions !== undefined && code.includes('#if')

function isLibrary(code: string): boolean {
  const head = code.slice(0, HEAD)
  return hasBanner(head) || UNIVERSAL.test(code) || ENCLOSED.test(code.slice(-TAIL)) || isBuilt(code)
}

/** Code that makes requests is more likely the project's own: it must identify itself at the start, not somewhere inside. */
function isPublished(code: string): boolean {
  const head = code.slice(0, HEAD)
  return hasBanner(head) || UNIVERSAL.test(head) || PACKED.test(head) || UNIVERSAL.test(code.slice(-TAIL))
}

/** Where a comment begins a line: elsewhere, in an expression or a text, the same signs may be none. */
const BEGINS = /^[\t ]*\/([/*])/gm

function withoutComments(code: string): string {
  let kept = ''
  let from = 0
  for (const { 1: kind, index, 0: sign } of code.matchAll(BEGINS)) {
    if (index < from) continue
    const end = kind === '/' ? code.indexOf('\n', index) : code.indexOf('*/', index + sign.length) + 2
    if (end < 2) break
    kept += code.slice(from, index)
    from = end
  }
  return kept + code.slice(from)
}

/** Is it free of URLs and server paths of its own? Comments and prose don't count. */
export const namesNoServer = (code: string) => !namesServer(code) && !OWN_PATH.test(code)

export const namesServer = (code: string) => OWN_SERVER.test(code)

/** Generated code may also be a project's settings: then it contains URLs. */
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

/** `e.PIXI = t()`, `root["ProtoBuf"] = factory(…)`, `(global = global || self, factory(global.THREE = {}))`. */
const GLOBAL =
  /(?:\b(?:window|global|globalThis|self|root|this|[a-z])|\)|\})(?:\.([A-Za-z_$][\w$]+)|\[["']([\w$]+)["']\])\s*=\s*(?:\{\}|[\w$]+\()/g
const NO_GLOBALS: ReadonlySet<string> = new Set(['exports', 'default', 'prototype', 'amd'])

function globalsOf(code: string): string[] {
  const names = [...code.slice(0, HEAD / 2).matchAll(GLOBAL)].map(
    ([, dotted, quoted]) => dotted ?? quoted ?? '',
  )
  return [...new Set(names)].filter((name) => name.length > 2 && !NO_GLOBALS.has(name))
}

const MOST = 60

/** `pixi.js - v4.8.8` of its banner's first line, or the name of its file. */
function libraryName({ file, code }: SourceUnit): string {
  const comment = /^\s*\/\*[!*]*\s*(?:\*\s*)?([^\n*]{3,200})/.exec(code)?.[1] ?? ''
  const named =
    /^(?:@license\s+|@preserve\s+)?([\w.@/-]+(?:\s+-)?\s+(?:JavaScript Library\s+)?v?\d+\.\d[\w.-]*)/i.exec(
      comment,
    )?.[1]
  return (named ?? file.split('/').at(-1) ?? file).slice(0, MOST)
}
