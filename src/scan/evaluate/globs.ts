/** What is loaded by names that are worked out: `require(apis[i].file)`, Vite's `import.meta.glob`, webpack's `require.context`. */
import { newFn } from '../ir/fresh.js'
import type { CallExpr, Expr, Fn, Module, ObjExpr } from '../ir/types.js'
import { fold, memberOf } from './folding.js'
import { importValue, moduleOf } from './modules.js'
import type { Program } from './program.js'
import { distinct, type Env, literalText, unknown, type Value } from './values.js'

/** Longer than any real pattern, and with more alternatives. */
const MAX_PATTERN = 200
const MAX_CHOICES = 32
const MAX_FILES = 2_000

interface Loaded {
  key: string
  specifier: string
}

const made = new WeakMap<CallExpr, Value>()
/** The keys that functions returned by `require.context` accept. */
const contexts = new WeakMap<Fn, readonly Loaded[]>()

/** The result of such a call; null for any other. */
export function folderLoaded(
  program: Program,
  path: string,
  call: CallExpr,
  env: Env | null,
): Value[] | null {
  if (path === 'require' && call.args[0]) return requiredBy(program, call, call.args[0], env)
  if (!/^(?:import\.meta\.glob(?:Eager)?|require\.context)$/.test(path)) return null
  const known = made.get(call)
  if (known) return [known]
  const value = path === 'require.context' ? contextOf(program, call, env) : globOf(program, path, call, env)
  if (!value) return [unknown('computed')]
  made.set(call, value)
  return [value]
}

function requiredBy(program: Program, { module }: CallExpr, name: Expr, env: Env | null): Value[] {
  return distinct(
    fold(program, name, env).flatMap((one) => {
      if (one.k === 'unknown') return [one]
      const isWhole = one.k === 'text' && !one.hole
      return isWhole ? importValue(program, one.text, module, 'require') : [unknown('import')]
    }),
  )
}

/** `keys()` of a function returned by `require.context`; null for other functions. */
export function contextKeys(fn: Fn): Value[] | null {
  const loaded = contexts.get(fn)
  return loaded ? [{ k: 'list', items: loaded.map(({ key }) => [literalText(key)]) }] : null
}

/** An object of modules by path, or of functions that return each as a promise. */
function globOf(program: Program, path: string, call: CallExpr, env: Env | null): Value | null {
  const [patterns, options] = call.args
  const written = patterns ? textsIn(program, patterns, env) : null
  if (!written) return null
  const given = options ? fold(program, options, env) : []
  const option = (name: string) =>
    given.flatMap((one) => (one.k === 'object' ? memberOf(program, one, name) : []))
  const isEager =
    path.endsWith('Eager') || option('eager').some((one) => one.k === 'prim' && one.value === true)
  const [name = '*'] = option('import').flatMap((one) => (one.k === 'text' && !one.hole ? one.text : []))
  const loaded = loadedBy(program, written, call.module)
  const value = (one: Loaded): Expr => {
    const own = imported(one, call, name)
    return isEager ? own : { k: 'fn', fn: giving(call, own) }
  }
  return { k: 'object', expr: keyed(call, loaded, value), env: null }
}

/** A function of keys, which has `keys()`. */
function contextOf(program: Program, call: CallExpr, env: Env | null): Value | null {
  const [folder, deep, pattern] = call.args
  const [base, ...others] = (folder && textsIn(program, folder, env)) ?? []
  const patterns = pattern ? fold(program, pattern, env) : []
  const [wanted] = patterns
  if (base === undefined || others.length > 0 || patterns.length > 1) return null
  if (wanted && (wanted.k !== 'regex' || wanted.source.length > MAX_PATTERN)) return null
  const isFlat = deep
    ? fold(program, deep, env).every((one) => one.k === 'prim' && one.value === false)
    : false
  const all = loadedBy(program, [`${base.replace(/\/$/, '')}/${isFlat ? '*' : '**/*'}`], call.module)
  const keys = all.flatMap((one) => {
    const key = one.specifier.startsWith(base.replace(/^\.$/, './'))
      ? `.${one.specifier.slice(base.replace(/\/$/, '').length)}`
      : one.key
    return ends(wanted, key) ? [{ ...one, key }] : []
  })
  const fn = newFn(call.module, null, null, true, call.pos)
  const object = keyed(call, keys, (one) => imported(one, call, 'require'))
  const name: Expr = { k: 'param', fn, index: 0, rest: false }
  fn.returns = [{ value: { k: 'member', object, name }, guard: null }]
  contexts.set(fn, keys)
  return { k: 'function', fn, env: null, self: null }
}

/** Patterns that are looked for by the end of a name alone are decided; others take every file. */
function ends(pattern: Value | undefined, key: string): boolean {
  if (pattern?.k !== 'regex') return true
  const literal = /^\^?(?:\(\?:)?(?:\.?\\?\.?\/?\.\*)?\\?\.(\w+)\)?\$$/.exec(pattern.source)?.[1]
  const choice = /\\?\.\(?(?:\?:)?((?:\w+\|)+\w+)\)?\$$/.exec(pattern.source)?.[1]
  const endings = choice?.split('|') ?? (literal === undefined ? null : [literal])
  return endings?.some((one) => key.endsWith(`.${one}`)) ?? true
}

function textsIn(program: Program, expr: Expr, env: Env | null): string[] | null {
  const values = fold(program, expr, env).flatMap((one) => (one.k === 'list' ? one.items.flat() : [one]))
  const texts = values.flatMap((one) => (one.k === 'text' && !one.hole ? one.text : []))
  return texts.length === values.length && texts.length > 0 ? texts : null
}

/** The scripts that match the patterns and that such a specifier resolves to. */
function loadedBy(program: Program, patterns: readonly string[], module: Module): Loaded[] {
  const wanted = patterns.filter((one) => !one.startsWith('!')).map(matcherOf)
  const unwanted = patterns.filter((one) => one.startsWith('!')).map((one) => matcherOf(one.slice(1)))
  const found = new Map<string, Loaded>()
  for (const file of program.modules.keys()) {
    if (found.size >= MAX_FILES || file === module.file) continue
    const specifier = specifierFor(wanted, file, program, module)
    if (specifier === null || specifierFor(unwanted, file, program, module) !== null) continue
    found.set(file, { key: specifier, specifier })
  }
  return [...found.values()]
}

interface Matcher {
  /** The part before the first folder with a wildcard. */
  folder: string
  /** The rest, once per alternative: `{js,ts}`. */
  rests: readonly (readonly string[])[]
}

function matcherOf(pattern: string): Matcher {
  const plain = pattern.search(/[*?{[]/)
  const folder = pattern.slice(0, pattern.lastIndexOf('/', plain < 0 ? undefined : plain) + 1)
  const rest = pattern.slice(folder.length)
  // A pattern longer than any real one matches everything there.
  const all = pattern.length > MAX_PATTERN ? ['**'] : choicesIn(rest)
  return { folder, rests: all.map((one) => one.match(/\*\*\/|\*\*|./gs) ?? []) }
}

function choicesIn(pattern: string): string[] {
  let all = [pattern]
  while (all.length <= MAX_CHOICES) {
    const next = all.flatMap((one) => {
      const found = /\{([^{}]*)\}/.exec(one)
      if (!found) return one
      const before = one.slice(0, found.index)
      const after = one.slice(found.index + found[0].length)
      return (found[1] ?? '').split(',').map((choice) => before + choice + after)
    })
    if (next.length === all.length && next.every((one, at) => one === all[at])) return all
    all = next
  }
  return ['**']
}

/** State by state: no pattern costs more than its length per character. */
function takes(tokens: readonly string[], text: string): boolean {
  let states = closed([0], tokens)
  for (const char of text) {
    const next: number[] = []
    for (const at of states) {
      const token = tokens[Math.floor(at)]
      if (token === '**/') next.push(Math.floor(at) + 0.5, ...(char === '/' ? [Math.floor(at) + 1] : []))
      else if (token === '**' || (token === '*' && char !== '/')) next.push(at)
      else if (token === char || (token === '?' && char !== '/')) next.push(at + 1)
    }
    states = closed(next, tokens)
  }
  return states.includes(tokens.length)
}

/** With those behind wildcards that take nothing; within a folder (`.5`) its name goes on. */
function closed(states: readonly number[], tokens: readonly string[]): number[] {
  const all = new Set(states)
  for (const at of all) if (Number.isInteger(at) && tokens[at]?.startsWith('*')) all.add(at + 1)
  return [...all]
}

/** A file may lie under the folder at any of its own folders: whether it does, the resolving of imports tells. */
function specifierFor(
  matchers: readonly Matcher[],
  file: string,
  program: Program,
  from: Module,
): string | null {
  for (const { folder, rests } of matchers) {
    const parts = file.split('/')
    for (let at = parts.length - 1; at >= 0; at--) {
      const inner = parts.slice(at).join('/')
      const specifier = `${folder}${inner}`
      if (rests.some((one) => takes(one, inner)) && moduleOf(program, specifier, from)?.file === file)
        return specifier
    }
  }
  return null
}

const imported = ({ specifier }: Loaded, { module, pos }: CallExpr, name: string): Expr => ({
  ...{ k: 'import', specifier, from: module, name, pos },
})

function giving({ module, pos }: CallExpr, value: Expr): Fn {
  const fn = newFn(module, null, null, true, pos)
  fn.returns = [{ value, guard: null }]
  return fn
}

function keyed({ module, pos }: CallExpr, loaded: readonly Loaded[], value: (one: Loaded) => Expr): ObjExpr {
  const props = loaded.map((one) => ({ key: one.key, value: value(one), pos }))
  return { k: 'obj', props, module, parent: null, slot: 0 }
}
