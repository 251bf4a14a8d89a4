/** One file's text → its modules in reduced form. It depends on nothing else, so any thread can do it. */
import { type Part, partsOf } from '../ir/bundles.js'
import { applyConditions, type Conditioned, variantsOf } from '../ir/conditional.js'
import { lower, type Markup, parsedText } from '../ir/lower.js'
import { type Ast, parseRepaired, parseScript, type Statements, type SyntaxFault } from '../ir/parse.js'
import { pieceReader } from '../ir/pieces.js'
import type { Module } from '../ir/types.js'
import type { SourceUnit } from '../types.js'

/**
 * One module, or one for each conditional variant if they can't be combined. After a fault there is none, or whatever could be
 * recovered; a language of its own has neither.
 */
export interface ScriptRead {
  modules: Module[]
  fault: SyntaxFault | null
}

/** Sees a script that was parsed, with its tree; `unit.code` is what was parsed. */
export type Visit = (unit: SourceUnit, ast: Ast) => void

export interface Reading {
  visit?: Visit | undefined
  /** Scripts share their names, as pages of a browser do. */
  isShared?: boolean | undefined
  /** It is not a library: the code around a syntax error is reported. */
  isOwn: boolean
}

export async function readScript(source: SourceUnit, reading: Reading): Promise<ScriptRead> {
  const { file, code, conditions } = source
  const whole = await readModule(
    source,
    conditions ? applyConditions(code, conditions) : asItStands(code),
    reading,
  )
  if ('file' in whole) return { modules: [whole], fault: null }
  if (conditions && whole.reason === 'syntax') {
    const all = variantsOf(code, conditions)
    const read = await Promise.all(all.map((variant) => readModule(source, variant, reading)))
    const modules = read.filter((one) => 'file' in one)
    if (modules.length === all.length) return { modules, fault: null }
  }
  if (RUNS_APART.test(file)) return { modules: await markupAlone(source), fault: null }
  const repaired = whole.reason === 'syntax' && reading.isOwn ? await readRepaired(source, reading) : null
  return { modules: repaired ? [repaired] : [], fault: whole }
}

/** A script with syntax errors: both its calls and the errors are reported. */
async function readRepaired(source: SourceUnit, reading: Reading): Promise<Module | null> {
  const { code, regions } = source.conditions
    ? applyConditions(source.code, source.conditions)
    : asItStands(source.code)
  const unit = { ...source, code }
  const parsed = await parseRepaired(unit)
  if (!parsed || 'fault' in parsed) return null
  try {
    reading.visit?.(unit, parsed.ast)
    const markup = await markupOf(source)
    return lower(source.file, parsedText(code), parsed.ast.program.body, regions, reading.isShared, markup)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return null
  }
}

/**
 * WXS, in a file or in markup, is a separate language, in which `class` is an ordinary name; it has no platform
 * APIs and scripts can't require it (WXS 语法参考).
 */
const RUNS_APART = /\.(?:wxs|wxml)$/

const asItStands = (code: string): Conditioned => ({ code, regions: [] })

async function readModule(
  source: SourceUnit,
  { code, regions }: Conditioned,
  { visit, isShared }: Reading,
): Promise<Module | SyntaxFault> {
  const unit = { ...source, code }
  const first = await parseScript(unit)
  // Scripts built as TypeScript need not say so: uni-app x, and loaders that treat every component's script as TypeScript.
  const isElsewise = 'fault' in first && first.fault.reason === 'syntax' && unit.language === 'js'
  const again = isElsewise ? await parseScript({ ...unit, language: 'ts' }) : first
  const parsed = 'fault' in again ? first : again
  if ('fault' in parsed) return parsed.fault
  try {
    visit?.(unit, parsed.ast)
    const text = parsedText(code)
    if (source.shift) text.lines[0] = source.shift
    const parts = partsOf(parsed.ast)
    // What a bundle holds of a library's text does not make all of it that library.
    if (parts.length > 0) text.copyOf = null
    const read = (body: Statements) => lower(source.file, text, body, regions, isShared)
    const markup = await markupOf(source)
    const whole = lower(source.file, text, parsed.ast.program.body, regions, isShared, markup)
    if (parts.length > 0)
      whole.parts = new Map(parts.map((part) => [keyOf(source, part.id), partOf(part, source, read)]))
    return whole
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { message: '', reason: 'nesting', line: 1, column: 1 }
  }
}

/** What is given in markup beside a script that is not read. */
async function markupAlone(source: SourceUnit): Promise<Module[]> {
  const markup = await markupOf(source)
  return markup ? [lower(source.file, parsedText(source.code), [], [], false, markup)] : []
}

/** One without elements is none. */
async function markupOf({ shown = [], language }: SourceUnit): Promise<Markup | null> {
  return shown.length > 0 ? { shown, read: await pieceReader(language) } : null
}

const keyOf = ({ file }: SourceUnit, id: string) => `${file}\0part ${id}`

/** A script inside a bundle is a module like any other. */
function partOf({ body, requires }: Part, source: SourceUnit, read: (body: Statements) => Module): Module {
  const module = read(body)
  module.requires = new Map([...requires].map(([specifier, id]) => [specifier, keyOf(source, id)]))
  return module
}
