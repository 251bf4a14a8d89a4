/**
 * Nothing becomes a pass by default: places where code goes on after a fault, or takes strangers' data for what it
 * should be, are few and stand here with their reason. A new one is either fixed or explained.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parse } from '@babel/parser'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

const KINDS = ['default pass', 'swallowed fault', 'cast of what was read'] as const
type Kind = (typeof KINDS)[number]

/** By kind and place, which is file and function: why it is none. */
const ALLOWED: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  'default pass': {},
  'swallowed fault': {
    'src/audit/gather.ts prepare': 'loads ahead; a fault comes again where it is loaded in earnest',
    'src/audit/gather.ts onWaiting': 'a verdict that nobody sees; the same fault comes again where it counts',
    'src/audit/look-here.ts guarded': 'handled where all are awaited',
    'src/audit/stream.ts inTurn': 'only orders turns; the caller gets the rejection',
    'src/audit/typescript.ts esbuildFor': 'tries the next place, and throws after the last',
    'src/cli/audit-run.ts auditAndReport': 'loads ahead; awaited again below',
    'src/cli/commands/init.ts writeNew': 'removes what was begun; the fault itself is thrown',
    'src/cli/commands/pull.ts readText': 'null: the file could not be read, which the caller tells',
    'src/cli/files.ts placeOf': 'no link: the place itself, which is then written to or faulted',
    'src/cli/files.ts replaceFile': 'a file that is not there yet, and the removal of what was begun',
    'src/cli/output-guard.ts isInput': 'a file that is not there is read by nothing',
    'src/cli/output-guard.ts readPlaces': 'a word that names no file is read by nothing',
    'src/cli/init/ask.ts ask': 'null: no answer',
    'src/cli/scan/run.ts scanAndReport': 'loads ahead; loaded again where used',
    'src/engine/accept/findings.ts acceptList': 'the promise is already a fault',
    'src/files/index.ts pipeBytes': 'an aborted pause; the loop looks at the signal',
    'src/probes/descriptors.ts openFiles': 'another way to learn the limit follows',
    'src/probes/names.ts aliases': 'explains only; nothing rests on it',
    'src/probes/names.ts query': 'frees a place in the queue; the caller gets the rejection',
    'src/probes/pause.ts pause': 'an aborted pause; what follows looks at the signal',
    'src/report/html/client/copy.ts copy': 'another way to copy follows',
    'src/scan/project/index.ts sourceOf': 'walk reports folders it cannot read',
    'src/version.ts version': 'tries the next place',
  },
  'cast of what was read': {
    'src/audit/plugin-host.ts call': 'from a thread of ours',
    'src/audit/plugin-rule.ts readPluginRule': 'every part was checked, or problems are returned',
    'src/audit/plugin-rule.ts readText': 'every part was checked, or problems are returned',
    'src/audit/plugin-values.ts visit': 'a function, as typeof says',
    'src/audit/plugin-worker.ts': 'handed over by our own thread; and the type of a stream',
    'src/audit/plugins.ts joinClauses': 'keys are those of FAMILIES',
    'src/audit/saved.ts checkedFacts': 'an object whose members stay unknown; then what the schema passed',
    'src/audit/saved.ts one': 'blobs are texts on both sides',
    'src/audit/saved.ts readSentFacts': 'members stay unknown and are checked below',
    'src/clients/table.ts': 'data of our own, tested',
    'src/config/build.ts ruleSetting': 'checked by the schema',
    'src/config/jsonc.ts string':
      'the literal begins with a quote, and JSON.parse throws for what is no string',
    'src/config/rules.ts kindOf': 'what typeof leaves of a JSON value',
    'src/config/shape.ts checkShape': 'our own schema, and messages of it',
    'src/config/shape.ts describe': 'what typeof leaves of a scalar',
    'src/config/shape.ts unknownKey': 'widens a list to ask whether it includes a text',
    'src/config/yaml.ts node': 'the kind was asked; what is none has no range or value',
    'src/config/yaml.ts pairs': 'the items of a map of the YAML reader',
    'src/config/yaml.ts primitive': 'its value is asked for its type',
    'src/files/index.ts notYet': 'asks for a code, which may be undefined',
    'src/fleet/question.ts readQuestion': 'what the schema passed',
    'src/fleet/question.ts readSetting': 'what the schema passed',
    'src/fleet/scripts.ts run': 'a client whose scripts we defined ourselves',
    'src/fleet/worker.ts finish': 'our own word for why nothing was looked at',
    'src/report/diff/findings.ts absent': 'a key written by this file',
    'src/report/diff/findings.ts changeOf': 'a key written by this file',
    'src/report/diff/read.ts readReport': 'what the schema passed, unknown keys aside',
    'src/scan/seen/har.ts member': 'an object, as asked; the member stays unknown',
    'src/scan/seen/worker.ts': 'handed over by our own thread',
    'src/trust/data.ts unpack': 'data of our own, tested',
    'src/watch/state.ts readState': 'what the schema passed',
  },
}

/** Rooms that read what strangers wrote. */
const DOORS =
  /^src\/(?:config|fleet|files|watch|audit\/(?:saved|baseline|input|plugin)|report\/diff\/read|cli\/(?:report-file|baseline|post-json|pull)|scan\/seen)/

interface Syntax {
  type: string
  start: number
  end: number
  [field: string]: unknown
}

const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const childrenOf = (node: Syntax): Syntax[] =>
  Object.entries(node)
    .filter(([field]) => !/[cC]omments|^tokens$|^loc$/.test(field))
    .flatMap(([, value]) => (Array.isArray(value) ? value.filter(isSyntax) : isSyntax(value) ? [value] : []))

const field = (node: Syntax, name: string): Syntax => {
  const value = node[name]
  return isSyntax(value) ? value : { type: '', start: 0, end: 0 }
}

/** Kinds and the functions they stand in. */
function foundIn(text: string, file: string): [Kind, string][] {
  const tree: unknown = parse(text, { sourceType: 'module', plugins: ['typescript'] }).program
  const found: [Kind, string][] = []
  const visit = (node: Syntax, place: string): void => {
    const inside = nameOf(node, text) ?? place
    const kind = kindOf(node, (one) => text.slice(one.start, one.end), file)
    if (kind) found.push([kind, `${file} ${inside}`.trim()])
    for (const child of childrenOf(node)) visit(child, inside)
  }
  if (isSyntax(tree)) visit(tree, '')
  return found
}

function nameOf(node: Syntax, text: string): string | undefined {
  const name = (of: string) => text.slice(field(node, of).start, field(node, of).end).replace(/:.*/s, '')
  if (node.type === 'FunctionDeclaration') return name('id')
  if (node.type === 'VariableDeclarator' && /Function/.test(field(node, 'init').type)) return name('id')
  return node.type === 'ObjectMethod' ? name('key') : undefined
}

function kindOf(node: Syntax, textOf: (node: Syntax) => string, file: string): Kind | null {
  if (isDefaultPass(node, textOf)) return 'default pass'
  if (isSwallowed(node, textOf)) return 'swallowed fault'
  return isReadingCast(node, textOf, file) ? 'cast of what was read' : null
}

const GOOD = /^(?:'(?:pass|accepted|valid|right|trusted|good)'|\[?pass\()/

/** `?? 'pass'`, `|| 'pass'`, `default: return pass(...)`. */
function isDefaultPass(node: Syntax, textOf: (node: Syntax) => string): boolean {
  if (node.type === 'LogicalExpression' && node.operator !== '&&')
    return GOOD.test(textOf(field(node, 'right')))
  if (node.type !== 'SwitchCase' || node.test !== null) return false
  return childrenOf(node).some(
    (one) => one.type === 'ReturnStatement' && GOOD.test(textOf(field(one, 'argument'))),
  )
}

/** A catch without a statement, and `.catch(() => {})` also with undefined, null or an empty list for the value. */
function isSwallowed(node: Syntax, textOf: (node: Syntax) => string): boolean {
  if (node.type === 'CatchClause') return childrenOf(field(node, 'body')).length === 0
  if (node.type !== 'CallExpression') return false
  const [handler] = childrenOf(node).filter(({ type }) => type === 'ArrowFunctionExpression')
  return (
    /\.catch$/.test(textOf(field(node, 'callee'))) &&
    handler !== undefined &&
    /^(?:\{\s*\}|undefined|null|\[\])$/.test(textOf(field(handler, 'body')))
  )
}

/** `JSON.parse(text) as Shape` anywhere, and at the doors any cast but of errors and literals. */
function isReadingCast(node: Syntax, textOf: (node: Syntax) => string, file: string): boolean {
  if (node.type !== 'TSAsExpression') return false
  const shape = textOf(field(node, 'typeAnnotation'))
  if (/^(?:const|unknown|NodeJS\.ErrnoException)$/.test(shape)) return false
  return DOORS.test(file) || textOf(field(node, 'expression')).startsWith('JSON.parse(')
}

test('every place where a fault could pass for a pass is explained', () => {
  const files = ['src', 'rules'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file))
      .map((file) => join(root, folder, file)),
  )
  const found = files.flatMap((path) =>
    foundIn(readFileSync(path, 'utf8'), relative(root, path).replaceAll('\\', '/')),
  )
  for (const kind of KINDS) {
    const places = found.flatMap(([one, place]) => (one === kind ? [place] : []))
    expect([...new Set(places)].sort(), kind).toEqual(Object.keys(ALLOWED[kind]).sort())
  }
})

test.each<[string, string, Kind | null]>([
  ["const v = verdict ?? 'pass'", 'src/engine/x.ts', 'default pass'],
  ["const v = verdict || 'pass'", 'src/engine/x.ts', 'default pass'],
  ['function f(x) { switch (x) { default: return [pass({})] } }', 'rules/x/y/rule.ts', 'default pass'],
  ['try { f() } catch { /* it is fine */ }', 'src/x509/x.ts', 'swallowed fault'],
  ['void f().catch(() => null)', 'src/probes/x.ts', 'swallowed fault'],
  ['const x = JSON.parse(text) as Shape', 'src/report/x.ts', 'cast of what was read'],
  ['const x = value as Shape', 'src/config/x.ts', 'cast of what was read'],
  ['const x = value as Shape', 'src/report/x.ts', null],
  ["const v = verdict ?? 'unknown'", 'src/engine/x.ts', null],
  ['try { f() } catch (error) { throw error }', 'src/x509/x.ts', null],
  ['const x = [1] as const', 'src/config/x.ts', null],
])('%s in %s: %s', (text, file, kind) => {
  expect(foundIn(text, file).map(([one]) => one)).toEqual(kind === null ? [] : [kind])
})
