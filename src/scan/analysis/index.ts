/** Reads a project's scripts and tells which network APIs they call, and with which URLs. */
import type { CallFact } from '../../facts/project.js'
import type { OpenProject, SourceUnit } from '../types.js'
import { callFacts } from './calls.js'
import { applyConditions } from './conditional.js'
import type { Module } from './ir.js'
import { lower } from './lower.js'
import { type Ast, parseScript } from './parse.js'
import { newProgram } from './program.js'
import { indexCalls } from './sites.js'

export { type Ast, type Parsed, parseScript, type SyntaxFault } from './parse.js'

export type AnalysedProject = Pick<OpenProject, 'scripts' | 'read' | 'resolve' | 'passedOver'>

export interface Analysis {
  /** Every call of a network API, in order of file and place. */
  calls: CallFact[]
  /** Scripts that were parsed. */
  filesRead: number
}

export interface AnalysisOptions {
  /** Sees every script that was parsed, with its tree; nothing of it is kept. `unit.code` is what was parsed. */
  visit?: (unit: SourceUnit, ast: Ast) => void
}

/**
 * Reads every script of a project, each once, and folds the URLs of its network calls.
 *
 * A call stands where its URL is given: for `get('/x')` of the project's own `get`, which calls `wx.request`, that is
 * the place of `get('/x')`, with the callee `wx.request`. Each such place is one call; a wrapper that somebody calls
 * is none of its own. Calls on `swan`, `tt` and `qq` are of other platforms and left out, and so are the insides of
 * the known request libraries, whose calls are told where the project makes them. Scripts that can't be read are
 * added to `passedOver`. Never throws for what a script holds.
 */
export async function analyse(project: AnalysedProject, options: AnalysisOptions = {}): Promise<Analysis> {
  const modules = await readModules(project, options)
  const program = newProgram(modules, (specifier, from) => project.resolve(specifier, from))
  const sinks = indexCalls(program, (file) => project.passedOver.push({ file, reason: 'limit' }))
  return { calls: callFacts(program, sinks), filesRead: modules.size }
}

export async function readModules(
  project: AnalysedProject,
  options: AnalysisOptions,
): Promise<Map<string, Module>> {
  const modules = new Map<string, Module>()
  for (const file of project.scripts) {
    const unit = await project.read(file)
    const module = unit && (await readModule(unit, project, options))
    if (module) modules.set(file, module)
  }
  return modules
}

/** Larger scripts would take more memory than a scan may. */
const MAX_UNITS = 3_000_000

async function readModule(
  source: SourceUnit,
  project: AnalysedProject,
  options: AnalysisOptions,
): Promise<Module | null> {
  const { file } = source
  if (source.code.length > MAX_UNITS) {
    project.passedOver.push({ file, reason: 'too-large' })
    return null
  }
  const { code, regions } = applyConditions(source.code)
  const unit = { ...source, code }
  const parsed = await parseScript(unit)
  if ('fault' in parsed) {
    const { reason, line, column } = parsed.fault
    project.passedOver.push(reason === 'limit' ? { file, reason } : { file, reason, line, column })
    return null
  }
  try {
    options.visit?.(unit, parsed.ast)
    return lower(file, code, parsed.ast, regions)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    project.passedOver.push({ file, reason: 'limit' })
    return null
  }
}
