/**
 * `async` functions as transpilers write them: generators that a helper runs, and those generators taken apart into the
 * cases of a `switch` (Babel's regenerator, TypeScript's `__generator`).
 */
import type { Node } from '@babel/types'
import { functionExpression } from './lower-functions.js'
import { block, expression, statement } from './lowering.js'
import { declare, hoistBlock, inner, lookup, type State } from './scope.js'
import { type Binding, type CallExpr, type Expr, type Fn, UNDEFINED, UNKNOWN } from './types.js'
import { handOn } from './walk-children.js'

type CallNode = Extract<Node, { type: 'CallExpression' | 'OptionalCallExpression' | 'NewExpression' }>
type FunctionNode = Extract<Node, { type: 'FunctionExpression' }>

/** The rest of a `switch`'s cases; `sent` is the value that the previous one awaited. */
const contexts = new WeakMap<Binding, { sent: Expr }>()
/** Functions whose cases are being read. */
const running = new WeakMap<Fn, { name: string; known: { sent: Expr } }>()

/** A call that turns a function into a coroutine, or runs one; null for any other. */
export function coroutine(state: State, node: CallNode): Expr | null {
  const args = node.arguments
  const last = args.at(-1)
  if (node.type === 'NewExpression' || !last) return null
  if (runsAtOnce(args) && isFunction(last)) {
    for (const one of [node.callee, ...args.slice(0, -1)]) expression(state, one)
    return started(state, last)
  }
  if (args.length === 1 && (isGenerator(last) || isMarked(last))) {
    expression(state, node.callee)
    const made = expression(state, last)
    // Code that receives it may run it immediately.
    handOn(state, made)
    return made
  }
  if (isMark(node)) return expression(state, last)
  return null
}

/** `run(this, null, function* () { … })`, `__awaiter(this, void 0, void 0, function () { return __generator(…) })` */
function runsAtOnce(args: readonly Node[]): boolean {
  const [self, second, third] = args
  const last = args.at(-1)
  if (self?.type !== 'ThisExpression' && !isVoid(self)) return false
  if (args.length === 3) return isGenerator(last) && self?.type === 'ThisExpression'
  return (
    args.length === 4 && isVoid(second) && (isVoid(third) || third?.type === 'Identifier') && isFunction(last)
  )
}

const isVoid = (node: Node | undefined) => node?.type === 'UnaryExpression' && node.operator === 'void'
const isFunction = (node: Node | undefined): node is FunctionNode => node?.type === 'FunctionExpression'
const isGenerator = (node: Node | undefined): boolean => isFunction(node) && node.generator === true

/** `regenerator().mark(function …)`; in newer versions `m`. */
function isMark({ callee, arguments: args }: CallNode): boolean {
  const [first, ...others] = args
  if (callee.type !== 'MemberExpression' || others.length > 0 || !isFunction(first)) return false
  return isNamed(callee.property, 'mark', 'm') && wrapped(first) !== null
}

const isMarked = (node: Node) => node.type === 'CallExpression' && isMark(node)

const isNamed = (node: Node | null | undefined, ...names: string[]) =>
  node?.type === 'Identifier' && names.includes(node.name)

/** `return regenerator().wrap(function (context) { … })` at the end of a function. */
function wrapped({ body }: FunctionNode): Cases | null {
  const last = body.body.at(-1)
  return last?.type === 'ReturnStatement' && last.argument ? casesOf(last.argument) : null
}

/** Its `this` is that of the enclosing function. */
function started(state: State, node: FunctionNode): Expr {
  const made = functionExpression(state, node)
  made.fn.arrow = true
  const { module, fn, guard } = state
  const call: CallExpr = {
    k: 'call',
    callee: made,
    args: [],
    isNew: false,
    module,
    fn,
    guard,
    pos: node.start ?? 0,
  }
  module.calls.push(call)
  return call
}

interface Cases {
  context: string
  node: Extract<Node, { type: 'SwitchStatement' }>
}

/** `….wrap(function (context) { while (1) switch (context.next) { … } })`, `__generator(this, function (context) { switch (context.label) … })` */
function casesOf(node: Node): Cases | null {
  if (node.type !== 'CallExpression') return null
  const { callee, arguments: args } = node
  const isWrap = callee.type === 'MemberExpression' && isNamed(callee.property, 'wrap', 'w')
  const given = isWrap ? args[0] : args.length === 2 ? args[1] : undefined
  if (!isFunction(given) || given.params.length !== 1) return null
  const [param] = given.params
  let [first] = given.body.body.filter(({ type }) => type !== 'VariableDeclaration')
  if (isWrap && (first?.type === 'WhileStatement' || first?.type === 'ForStatement')) first = first.body
  if (first?.type === 'BlockStatement') [first] = first.body
  if (param?.type !== 'Identifier' || first?.type !== 'SwitchStatement') return null
  const asks = [...parts(first.discriminant)].some((one) => isNamed(one, param.name))
  return asks ? { context: param.name, node: first } : null
}

function* parts(node: Node): Generator<Node> {
  yield node
  if (node.type === 'AssignmentExpression') for (const one of [node.left, node.right]) yield* parts(one)
  if (node.type === 'MemberExpression') yield* parts(node.object)
}

/** A `return` of the function that runs such cases: they are read as the outer function's own statements. */
export function inlined(state: State, argument: Node | null | undefined): boolean {
  const cases = argument ? casesOf(argument) : null
  const { fn } = state
  if (!fn || !cases || argument?.type !== 'CallExpression') return false
  const given = argument.arguments.find(isFunction)
  const inside = inner(state)
  const context = declare(inside, cases.context)
  const known = { sent: UNKNOWN }
  contexts.set(context, known)
  const { node } = cases
  for (const one of given?.body.body ?? []) if (one.type === 'VariableDeclaration') block(inside, [one])
  hoistBlock(
    inside,
    node.cases.flatMap((one) => one.consequent),
  )
  if (goesBack(node)) inside.loop++
  running.set(fn, { name: cases.context, known })
  node.cases.forEach(({ consequent }, index) => {
    const guard = index === 0 ? state.guard : { test: null, sense: true, up: state.guard }
    for (const one of consequent) statement({ ...inside, guard }, one)
  })
  running.delete(fn)
  return true
}

/** Does a case jump back to an earlier one? Then it is a loop. */
function goesBack({ cases }: Cases['node']): boolean {
  return cases.some(({ test, consequent }) => {
    const own = test?.type === 'NumericLiteral' ? test.value : 0
    return consequent.some((one) => nextOf(one, 0) <= own)
  })
}

/** The smallest case number a statement jumps to; infinite if there is none. */
function nextOf(node: Node, depth: number): number {
  const next = Number.POSITIVE_INFINITY
  if (depth > 8) return next
  if (node.type === 'AssignmentExpression' && node.right.type === 'NumericLiteral')
    return node.left.type === 'MemberExpression' && isNamed(node.left.property, 'next', 'n')
      ? node.right.value
      : next
  if (node.type === 'ArrayExpression') {
    const [kind, to] = node.elements
    const isBreak = kind?.type === 'NumericLiteral' && kind.value === 3 && to?.type === 'NumericLiteral'
    return isBreak ? to.value : next
  }
  return Math.min(next, ...inside(node).map((one) => nextOf(one, depth + 1)))
}

function inside(node: Node): Node[] {
  switch (node.type) {
    case 'ExpressionStatement':
      return [node.expression]
    case 'ReturnStatement':
      return node.argument ? [node.argument] : []
    case 'IfStatement':
      return [node.consequent, ...(node.alternate ? [node.alternate] : [])]
    case 'BlockStatement':
      return node.body
    case 'SequenceExpression':
      return node.expressions
    case 'LogicalExpression':
      return [node.left, node.right]
    case 'ConditionalExpression':
      return [node.test, node.consequent, node.alternate]
    default:
      return []
  }
}

/** The meaning of `return` in such cases: a result, or (null) an awaited value. */
export function returned(state: State, argument: Node | null | undefined): Expr | null | undefined {
  const context = state.fn && running.get(state.fn)
  if (!context) return undefined
  const parts = argument?.type === 'SequenceExpression' ? argument.expressions : argument ? [argument] : []
  for (const one of parts.slice(0, -1)) expression(state, one)
  const last = parts.at(-1)
  if (!last) return UNDEFINED
  if (last.type === 'CallExpression' && isAbrupt(last, context.name)) {
    const [, value] = last.arguments
    return value ? expression(state, value) : UNDEFINED
  }
  if (last.type === 'ArrayExpression') {
    const [kind, value] = last.elements
    const made = value ? expression(state, value) : UNDEFINED
    if (kind?.type === 'NumericLiteral' && kind.value === 2) return made
    context.known.sent = { k: 'await', value: made }
    return null
  }
  context.known.sent = { k: 'await', value: expression(state, last) }
  return null
}

const isAbrupt = (
  { callee, arguments: [kind] }: Extract<Node, { type: 'CallExpression' }>,
  context: string,
) =>
  callee.type === 'MemberExpression' &&
  isNamed(callee.object, context) &&
  ((isNamed(callee.property, 'abrupt') && kind?.type === 'StringLiteral') ||
    (isNamed(callee.property, 'a') && kind?.type === 'NumericLiteral'))

/** `context.sent`, `context.v`, `context.sent()`: the value the previous case awaited. */
export function sentTo(state: State, node: Node): Expr | null {
  const member = node.type === 'CallExpression' && node.arguments.length === 0 ? node.callee : node
  if (member.type !== 'MemberExpression' || member.object.type !== 'Identifier') return null
  if (!isNamed(member.property, 'sent', 'v')) return null
  const binding = lookup(state.scope, member.object.name)
  return (binding && contexts.get(binding)?.sent) ?? null
}
