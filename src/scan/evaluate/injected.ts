/** What components give those within them: Vue's `provide` and `inject`, as options and as functions. */

import type { CallExpr } from '../ir/types.js'
import { enter, leave } from './cycles.js'
import { callFunction, fold, memberOf } from './folding.js'
import type { Program } from './program.js'
import { distinct, type Env, isMissing, unknown, type Value } from './values.js'

/** `inject: ['base']`, `inject: { base: { from: 'root', default: '' } }`: a member of the component, by its name there. */
export function injectedMember(program: Program, section: Value, name: string): Value[] {
  const [keys, otherwise] = keysIn(program, section, name)
  if (keys.length === 0) return []
  const found = keys.flatMap((key) => providedAs(program, key))
  if (found.length > 0) return distinct(found)
  return otherwise.length > 0 ? otherwise : [unknown('computed')]
}

/** The keys it is provided under, and what stands in for what isn't. */
function keysIn(program: Program, section: Value, name: string): [keys: string[], otherwise: Value[]] {
  if (section.k === 'list') return [textsOf(section.items.flat()).filter((key) => key === name), []]
  if (section.k !== 'object') return [[], []]
  const settings = present(memberOf(program, section, name))
  const given = settings.filter(({ k }) => k === 'object')
  const of = (key: string) => given.flatMap((one) => present(memberOf(program, one, key)))
  const from = textsOf([...settings, ...of('from')])
  const isNamed = settings.length > 0 && from.length === 0
  return [isNamed ? [name] : from, of('default')]
}

/** `inject(key)` */
export function injected(program: Program, { args: [key, otherwise] }: CallExpr, env: Env | null): Value[] {
  const keys = textsOf(key ? fold(program, key, env) : [])
  const found = keys.flatMap((one) => providedAs(program, one))
  if (found.length > 0) return distinct(found)
  return otherwise ? fold(program, otherwise, env) : [unknown('computed')]
}

/** What is provided under that key anywhere. */
function providedAs(program: Program, key: string): Value[] {
  const called = program.provides.flatMap(({ args: [own, value] }) =>
    own && value && textsOf(fold(program, own, null)).includes(key) ? fold(program, value, null) : [],
  )
  return [...called, ...inOptions(program, key)]
}

/** `provide: { base: '…' }`, `provide() { return { page: this } }` */
function inOptions(program: Program, key: string): Value[] {
  return [...program.modules.values()].flatMap(({ extended }) =>
    extended.flatMap((expr) => {
      const options = expr.props.find((one) => one.key === 'provide')?.value
      if (!options || !enter(program, options)) return []
      const self: Value = { k: 'object', expr, env: null }
      const found = fold(program, options, null)
        .flatMap((one) => (one.k === 'function' ? callFunction(program, { ...one, self }, []) : [one]))
        .flatMap((one) => (one.k === 'object' ? present(memberOf(program, one, key)) : []))
      leave(program, options)
      return found
    }),
  )
}

const textsOf = (values: Value[]) =>
  values.flatMap((value) => (value.k === 'text' && !value.hole ? [value.text] : []))

const present = (values: Value[]) => values.filter((value) => !isMissing(value) && value.k !== 'method')
