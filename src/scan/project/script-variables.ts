/** Variables that package.json's scripts set for a build (`cross-env STAGE=prod taro build`), with the release build's values. */
import { familiesOfTarget, otherTargets, publicPrefixes } from '../frameworks/builds.js'
import { lineStarts } from '../lines.js'
import type { BuildConstant } from '../types.js'
import { type JsonMember, memberAt, membersOf } from './json.js'
import { folderOf, joined } from './paths.js'
import type { Reader } from './reader.js'

/** A command as a script runs it, with what was set for it. */
interface Run {
  words: string[]
  set: ReadonlyMap<string, string>
}

/** A script name that shows its purpose: the uploaded build, or another one. */
const RELEASES = /^(?:build|release|prod|production|publish|deploy|upload)$/
const OTHERS =
  /^(?:dev|develop|development|tests?|testing|stag|stage|staging|local|uat|sit|qa|pre|preview|beta|gray|debug|demo|trial|mock|watch|serve|start|lint|analy[sz]e|report|storybook)$/
const ASSIGNED = /^([A-Za-z_]\w*)=(.*)$/s
const MAX_SCRIPTS = 200
const MAX_VALUES = 4
const MAX_DEPTH = 5

/**
 * Every value that release builds of a mini program set, by name; null if a release leaves a variable unset that other scripts set.
 * Empty if no script builds a release, or if there are too many values or they are computed at run time.
 */
export function scriptVariablesOf(folders: readonly string[], reader: Reader): BuildConstant[] {
  for (const folder of upwards(folders)) {
    const file = joined(folder, 'package.json') ?? 'package.json'
    const scripts = membersOf(memberAt(reader.manifest(file), 'scripts')?.member).slice(0, MAX_SCRIPTS)
    const found = scripts.length === 0 ? [] : variablesIn(scripts, file, reader.peek(file) ?? '')
    if (found.length > 0) return found
  }
  return []
}

/** The nearest first. */
function upwards(folders: readonly string[]): string[] {
  const wanted = new Set<string>()
  for (const folder of folders) for (let at = folder; at !== ''; at = folderOf(at)) wanted.add(at)
  return [...[...wanted].sort((a, b) => b.length - a.length), '']
}

function variablesIn(scripts: [string, JsonMember][], file: string, text: string): BuildConstant[] {
  const commands = new Map(scripts.map(([name, { member }]) => [name, String(member.value)]))
  const names = new Set(
    [...commands.values()].flatMap((one) => partsOf(one).flatMap(({ set }) => [...set.keys()])),
  )
  if (names.size === 0) return []
  const releases = [...commands].flatMap(([name, command]) => releaseRuns(name, command, commands))
  if (releases.length === 0) return []
  const lines = lineStarts(text)
  return [...names].flatMap((name) => {
    const values = [...new Set(releases.map(({ set }) => set.get(name) ?? null))]
    if (values.length > MAX_VALUES || values.some((value) => value?.includes('$'))) return []
    return values.flatMap((value) => constantsFor(name, value, { file, text, lines }))
  })
}

function constantsFor(
  name: string,
  value: string | null,
  { file, text, lines }: Pick<BuildConstant, 'file' | 'lines'> & { text: string },
): BuildConstant[] {
  const at = Math.max(0, text.indexOf(value === null ? `${name}=` : `${name}=${value}`))
  const pos = value === null ? at : at + name.length + 1
  const isPublic = publicPrefixes.some((prefix) => name.startsWith(prefix))
  const objects = isPublic ? ['process.env', 'import.meta.env'] : ['process.env']
  return objects.map((object) => ({ path: `${object}.${name}`, value, file, lines, pos, byBuild: true }))
}

/** The commands of a script that builds a mini program for release. */
function releaseRuns(name: string, command: string, commands: ReadonlyMap<string, string>): Run[] {
  const words = name
    .toLowerCase()
    .split(/[^a-z0-9-]+/)
    .flatMap((part) => [part, ...part.split('-')])
  if (!words.some((word) => RELEASES.test(word)) || words.some(isElsewhere)) return []
  return runsOf(command, new Map(), commands, 0).filter(
    (run) => BUILDS.test(run.words.join(' ')) && isRelease(run),
  )
}

/** The programs that build mini programs. */
const BUILDS =
  /\b(?:taro|uni|vue-cli-service|uniapp-cli|mpx-cli-service|wepy|remax|megalo\S*|mpvue\S*|cml|chameleon|webpack|vite|gulp|nanachi|node|build)\b/

const isElsewhere = (word: string): boolean => OTHERS.test(word) || isForOthers(word)
const isForOthers = (word: string): boolean =>
  (otherTargets.has(word) || /^(?:h5|web|app|quickapp\S*|rn|ssr)$/.test(word)) &&
  familiesOfTarget(word).length === 0

function isRelease({ words, set }: Run): boolean {
  const mode = words.indexOf('--mode')
  const given = mode < 0 ? words.find((word) => word.startsWith('--mode='))?.slice(7) : words[mode + 1]
  return (
    !words.includes('--watch') &&
    !OTHERS.test(given ?? '') &&
    !OTHERS.test(set.get('NODE_ENV') ?? '') &&
    !words.some((word) => isForOthers(word.replace(/^--?/, '')))
  )
}

/** The final commands of a command, through the scripts it runs in turn. */
function runsOf(
  command: string,
  around: ReadonlyMap<string, string>,
  commands: ReadonlyMap<string, string>,
  depth: number,
): Run[] {
  const kept = new Map(around)
  return partsOf(command).flatMap((part) => {
    if (part.isKept) for (const [name, value] of part.set) kept.set(name, value)
    const set = new Map([...kept, ...part.set])
    const next = /^(?:npm|yarn|pnpm|bun)(?: run(?:-script)?)? ([\w:.-]+)/.exec(part.words.join(' '))?.[1]
    const inner = next === undefined ? undefined : commands.get(next)
    if (inner === undefined || depth > MAX_DEPTH) return [{ words: part.words, set }]
    const rest = part.words.slice(part.words.indexOf(next ?? '') + 1)
    return runsOf(inner, set, commands, depth + 1).map((run) => ({ ...run, words: [...run.words, ...rest] }))
  })
}

/** The commands in sequence; `export A=1` and `set A=1` apply to those that follow. */
function partsOf(command: string): (Run & { isKept: boolean })[] {
  return command.split(/&&|\|\||[;&|]/).map((part) => {
    const words = part.trim().match(/(?:[^\s"']|"[^"]*"|'[^']*')+/g) ?? []
    const set = new Map<string, string>()
    let at = 0
    const isKept = words[0] === 'export' || words[0] === 'set' || words[0] === 'SET'
    if (isKept) at++
    while (/^(?:npx|cross-env(?:-shell)?|env)$/.test(words[at] ?? '')) at++
    for (let one = ASSIGNED.exec(words[at] ?? ''); one; one = ASSIGNED.exec(words[++at] ?? ''))
      set.set(one[1] ?? '', (one[2] ?? '').replace(/^(["'])(.*)\1$/s, '$2'))
    return { words: words.slice(at), set, isKept }
  })
}
