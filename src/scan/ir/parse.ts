import type { ParseResult, ParserOptions, ParserPlugin } from '@babel/parser'
import type { SourceUnit } from '../types.js'
import { repaired } from './repair.js'

/** The tree `@babel/parser` makes of a script. */
export type Ast = ParseResult
/** The contents of a script, or of a function that wraps one. */
export type Statements = Ast['program']['body']

/** Where a script could not be read; line and column count from 1. */
export interface SyntaxFault {
  message: string
  /** `nesting`: nested too deeply for the parser; the script may still be valid. */
  reason: 'syntax' | 'nesting'
  line: number
  column: number
  /** In the text; absent if unknown. */
  at?: number
}

/** `slip`: it can be read once a few syntax errors are fixed; the fault's position is that of the first. */
export type Parsed = { ast: Ast; slip?: SyntaxFault } | { fault: SyntaxFault }

type Parse = (code: string, options: ParserOptions) => Ast
type Parser = typeof import('./parser.js')

let loaded: Promise<Parser> | null = null

/** Loads the parser with the first script, so other commands don't pay for it. */
export function loadParser(): Promise<Parser> {
  loaded ??= import('./parser.js')
  return loaded
}

/**
 * Errors that don't prevent reading: branches of conditional compilation declare the same name twice, and scripts that are
 * no modules may use what only strict code forbids.
 */
const HARMLESS = new Set([
  'ForInOfLoopInitializer',
  'ParamDupe',
  'StrictEvalArguments',
  'StrictEvalArgumentsBinding',
  'StrictFunction',
  'StrictNumericEscape',
  'UnexpectedReservedWord',
  'VarRedeclaration',
  'DuplicateExport',
  'DuplicateDefaultExport',
  'ModuleExportUndefined',
  'StrictWith',
  'StrictDelete',
  'StrictOctalLiteral',
  'UndeclaredPrivate',
  'PrivateNameRedeclaration',
])

/** Parses one script. Never throws: what can't be read is reported as a fault. */
export async function parseScript(unit: SourceUnit): Promise<Parsed> {
  const parse = (await loadParser()).parse as unknown as Parse
  const attempts = dialects(unit)
  let first: SyntaxFault | null = null
  for (const plugins of attempts) {
    const result = attempt(parse, unit, plugins)
    if ('ast' in result) return result
    first ??= result.fault
  }
  return { fault: first ?? { message: 'not understood', reason: 'syntax', line: 1, column: 1 } }
}

/** Parses a script with syntax errors after fixing them. */
export async function parseRepaired(unit: SourceUnit): Promise<Parsed | null> {
  const parse = (await loadParser()).parse as unknown as Parse
  const [plugins = []] = dialects(unit)
  let slip: SyntaxFault | null = null
  const code = repaired(unit.code, (text) => {
    const result = attempt(parse, { ...unit, code: text }, plugins)
    if ('ast' in result) return null
    slip ??= result.fault
    return result.fault.at ?? 0
  })
  const result = code !== null && slip ? attempt(parse, { ...unit, code }, plugins) : null
  return result && 'ast' in result && slip ? { ...result, slip } : null
}

/**
 * The likeliest dialect first, then others: types in `.js` are Flow, `<T>x` in `.ts` excludes JSX, and parameters have
 * decorators in TypeScript's older form only.
 */
function dialects(unit: SourceUnit): ParserPlugin[][] {
  const common: ParserPlugin[] = ['decorators', 'exportDefaultFrom', 'decoratorAutoAccessors', 'functionBind']
  if (unit.language === 'js') {
    return [
      [...common, 'jsx'],
      [...common, 'jsx', ['flow', { all: true }]],
    ]
  }
  const withJsx: ParserPlugin[] = [...common, 'typescript', 'jsx']
  const without: ParserPlugin[] = [...common, 'typescript']
  const older: ParserPlugin[] = ['decorators-legacy', 'typescript', 'exportDefaultFrom']
  return unit.file.endsWith('.ts') ? [without, withJsx, older] : [withJsx, without, older]
}

function attempt(parse: Parse, { code, shift = 0 }: SourceUnit, plugins: ParserPlugin[]): Parsed {
  try {
    const ast = parse(code, {
      sourceType: 'unambiguous',
      plugins,
      startColumn: -shift,
      errorRecovery: true,
      attachComment: false,
      allowReturnOutsideFunction: true,
      allowAwaitOutsideFunction: true,
      allowSuperOutsideMethod: true,
      allowUndeclaredExports: true,
      allowNewTargetOutsideFunction: true,
    })
    const grave = ast.errors?.find(
      (error) => !HARMLESS.has((error as { reasonCode?: string }).reasonCode ?? ''),
    )
    return grave ? { fault: faultOf(grave) } : { ast }
  } catch (error) {
    return { fault: faultOf(error) }
  }
}

function faultOf(error: unknown): SyntaxFault {
  const { message, loc, pos } = error as {
    message?: string
    loc?: { line?: number; column?: number }
    pos?: number
  }
  return {
    message: String(message ?? 'not understood').split('\n')[0] ?? '',
    reason: error instanceof RangeError ? 'nesting' : 'syntax',
    line: loc?.line ?? 1,
    column: (loc?.column ?? 0) + 1,
    ...(pos !== undefined && { at: pos }),
  }
}
