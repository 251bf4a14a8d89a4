/** Methods of built-in values: most calls in a script are calls of these. */
import type { Module } from './types.js'

const METHODS: ReadonlySet<string> = new Set(
  [
    'at bind catch charAt charCodeAt codePointAt concat copyWithin endsWith entries every exec fill filter finally find',
    'findIndex findLast findLastIndex flat flatMap forEach hasOwnProperty includes indexOf isPrototypeOf join keys',
    'lastIndexOf localeCompare map match matchAll normalize padEnd padStart pop push reduce reduceRight repeat replace',
    'replaceAll reverse search shift slice some sort splice split startsWith substr substring test then toFixed',
    'toLocaleString toLowerCase toPrecision toString toUpperCase trim trimEnd trimStart unshift valueOf values',
  ].flatMap((names) => names.split(' ')),
)

/** Records a member that a script may define itself. */
export function noteMember({ members }: Module, name: string): void {
  if (METHODS.has(name)) members.add(name)
}

/** `push: function …`, `.push = …`, `push(url) {…}`. */
const GIVEN = new RegExp(
  `(?<![\\w$])(${[...METHODS].join('|')})\\s*(?:[:=]\\s*(?:async\\b|function\\b|\\(|[\\w$]+\\s*[=;,}])|\\([^()]{0,80}\\)\\s*\\{)`,
  'g',
)

/** The same for a library that is only searched as text. */
export function noteGiven({ members }: Module, code: string): void {
  for (const [, name = ''] of code.matchAll(GIVEN)) members.add(name)
}

/** The methods that no script redefines, by any of its keys or strings. */
export function methodsOfLanguage(modules: Iterable<Module>): ReadonlySet<string> {
  const left = new Set(METHODS)
  for (const { members, exports, writes } of modules) {
    for (const name of members) left.delete(name)
    for (const name of exports.keys()) left.delete(name)
    for (const { name } of writes) left.delete(name)
  }
  return left
}
