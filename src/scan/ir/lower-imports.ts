/** Loading by name: `import(…)`, `require(…)` and the like, with the name written in one or several pieces. */

import type { Node } from '@babel/types'
import { word } from '../words.js'
import { expression } from './lowering.js'
import { importFrom } from './module.js'
import { lookup, type State } from './scope.js'
import type { Expr } from './types.js'
import { handOn } from './walk-children.js'

type CallNode = Extract<Node, { type: 'CallExpression' | 'OptionalCallExpression' | 'NewExpression' }>

/** A call that loads a module, and the module it returns; null for other calls and undetermined modules. */
export function loading(state: State, node: CallNode): Expr | null {
  const { callee } = node
  const [source, given] = isBorrowed(state, callee) ? handedOver(node.arguments) : node.arguments
  if (!source) return null
  if (callee.type === 'Import') return imported(state, source, '*')
  if (loadsFolder(state, callee)) return openFolders(state, source)
  if (!isRequire(state, callee) && !isBorrowed(state, callee)) return null
  const found = imported(state, source, 'require')
  // From another subpackage it arrives asynchronously: `require(path, (module) => …)`.
  const then = found && given ? expression(state, given) : null
  if (then?.k === 'fn' && found) then.fn.folds = [found]
  if (then) handOn(state, then)
  return found
}

/** `import.meta.glob` of Vite, `require.context` of webpack. */
function loadsFolder(state: State, callee: Node): boolean {
  if (callee.type !== 'MemberExpression' || callee.computed) return false
  if (isName(callee.property, 'context')) return isFree(state, callee.object, 'require')
  return (
    callee.object.type === 'MetaProperty' &&
    (isName(callee.property, 'glob') || isName(callee.property, 'globEager'))
  )
}

/** Files directly in a folder, or those of all subfolders if the pattern continues. */
function openFolders(state: State, source: Node): null {
  const items = source.type === 'ArrayExpression' ? source.elements : [source]
  for (const item of items) {
    const { text } = item ? specifierIn(state, item) : { text: '' }
    const wild = text.search(/[*?{[]/)
    const folder = wild < 0 ? `${text.replace(/\/$/, '')}/` : text.slice(0, text.lastIndexOf('/', wild) + 1)
    const isFlat = wild >= 0 && !text.slice(folder.length).includes('/') && !text.includes('**')
    if (text !== '' && !text.startsWith('!')) state.module.opens.add(word(isFlat ? folder : `${folder}**`))
  }
  return null
}

/** `require.call(self, path)`, `require.apply(self, [path])`. */
function isBorrowed(state: State, callee: Node): boolean {
  if (callee.type !== 'MemberExpression' || callee.computed) return false
  const isCalled = isName(callee.property, 'call') || isName(callee.property, 'apply')
  return isCalled && isRequire(state, callee.object)
}

function handedOver([, first, ...others]: readonly Node[]): Node[] {
  if (first?.type !== 'ArrayExpression') return first ? [first, ...others] : []
  return first.elements.flatMap((one) => one ?? [])
}

/** `require` as a value, to be called elsewhere: with which names, only the texts of the script tell. */
export function noteLoaderGiven({ module }: State, value: Expr): void {
  if (value.k === 'global' && value.name === 'require') module.opens.add('')
}

const HOLD_MODULE = ['module', 'globalThis', 'global', 'window', 'self']

/** `require`, `module.require`, `require.async` of WeChat and Alipay, or a variable that is one of them. */
function isRequire(state: State, callee: Node): boolean {
  if (callee.type === 'SequenceExpression') {
    const last = callee.expressions.at(-1)
    return last !== undefined && isRequire(state, last)
  }
  if (callee.type === 'MemberExpression' && !callee.computed) {
    if (isName(callee.property, 'async')) return isRequire(state, callee.object)
    return isName(callee.property, 'require') && HOLD_MODULE.some((one) => isFree(state, callee.object, one))
  }
  if (callee.type !== 'Identifier') return false
  if (isFree(state, callee, 'require')) return true
  const [first, ...others] = lookup(state.scope, callee.name)?.values ?? []
  return others.length === 0 && first?.value.k === 'global' && first.value.name === 'require'
}

const isName = (node: Node, name: string) => node.type === 'Identifier' && node.name === name
const isFree = (state: State, node: Node, name: string) => isName(node, name) && !lookup(state.scope, name)

export function imported(state: State, source: Node, name: string): Expr | null {
  const { text, isWhole } = specifierIn(state, source)
  if (isWhole && text !== '') return importOf(state, text, name, source.start ?? 0)
  // Build tools include every file of such a folder; without one, what is loaded is named elsewhere in the script.
  const folder = text.slice(0, text.lastIndexOf('/') + 1)
  if (!isWhole) state.module.opens.add(word(folder))
  return null
}

function importOf({ module }: State, written: string, name: string, pos: number): Expr {
  const specifier = word(written)
  importFrom(module, specifier, pos)
  return { k: 'import', specifier, from: module, name, pos }
}

interface Written {
  text: string
  /** False if a computed part follows. */
  isWhole: boolean
}

/** The name as far as it is written out: a literal, a variable that is one, or a concatenation of these. */
function specifierIn(state: State, node: Node): Written {
  if (node.type === 'StringLiteral') return { text: node.value, isWhole: true }
  if (node.type === 'TemplateLiteral') {
    const parts = node.quasis.flatMap((quasi, at) => {
      const between = node.expressions[at]
      const text = { text: quasi.value.cooked ?? '', isWhole: true }
      return between ? [text, specifierIn(state, between)] : [text]
    })
    return joined(parts)
  }
  if (node.type === 'BinaryExpression' && node.operator === '+')
    return joined([specifierIn(state, node.left), specifierIn(state, node.right)])
  if (node.type === 'Identifier') {
    const [first, ...others] = lookup(state.scope, node.name)?.values ?? []
    if (others.length === 0 && first?.value.k === 'text') return { text: first.value.text, isWhole: true }
  }
  return { text: '', isWhole: false }
}

function joined(parts: readonly Written[]): Written {
  const end = parts.findIndex(({ isWhole }) => !isWhole)
  const known = end < 0 ? parts : parts.slice(0, end + 1)
  return { text: known.map(({ text }) => text).join(''), isWhole: end < 0 }
}
