/** Reads the projects of the corpus (see corpus/README.md) and writes them to a folder. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { filesOf, type ProjectFile } from './corpus-files.js'

export interface CorpusProject {
  group: string
  name: string
  what: string
  files: ProjectFile[]
  /** Lines that must come out, places spelled `file:line:column`. */
  expected: string[]
  /** Lines that are true and don't come out today. */
  missed: string[]
  /** Whether the rules' findings are compared too. */
  judged: boolean
  /** Its listing speaks of addresses and libraries nothing accounts for. */
  swept: boolean
  /** Texts that nothing may print. */
  secrets: string[]
}

/** A text marked as a secret's place is. */
const SECRET = /⟨\w+⟩['"`]([\da-f]{32})['"`]/g
const FOLDER = join(import.meta.dirname, 'corpus')

export function readCorpus(): CorpusProject[] {
  const groups = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return groups.flatMap(({ name: group }) =>
    readdirSync(join(FOLDER, group))
      .sort()
      .map((file) => readProject(group, file.replace(/\.txt$/, ''))),
  )
}

function readProject(group: string, name: string): CorpusProject {
  const text = readFileSync(join(FOLDER, group, `${name}.txt`), 'utf8')
  const [source = '', listing, surplus] = text.split('\n=== expected\n')
  if (listing === undefined || surplus !== undefined) throw new Error(`${group}/${name}: no listing, or two`)
  const { what, files, places } = filesOf(source)
  const lines = listing.split('\n').filter((line) => line !== '')
  const spelled = lines.map((line) => spell(line, places, `${group}/${name}`))
  const unused = [...places.keys()].filter((mark) => !lines.some((line) => names(line, mark)))
  if (unused.length > 0) throw new Error(`${group}/${name}: marks nobody names: ${unused.join(' ')}`)
  return {
    ...{ group, name, what, files },
    expected: spelled.filter((line) => !line.startsWith('missed ') && !NOTHING.has(line)).sort(),
    missed: spelled.filter((line) => line.startsWith('missed ')).map((line) => line.slice(7)),
    secrets: [...source.matchAll(SECRET)].flatMap(([, secret]) => secret ?? []),
    judged: lines.some((line) => line.startsWith('finding')),
    swept: lines.some((line) => /^(?:mention|silent|library)/.test(line)),
  }
}

const AS_WRITTEN = new Set(['passed', 'left', 'library', 'findings', 'mentions'])
const NOTHING = new Set(['findings -', 'mentions -'])

const names = (line: string, mark: string) =>
  line.split(' ').some((word) => word === mark || word === `@${mark}`)

/** A line as `linesOf` prints it: places for marks, parts in order, `x{9}` written out. */
function spell(line: string, places: ReadonlyMap<string, string>, where: string): string {
  const place = (mark: string) => {
    const found = mark === '-' ? '-' : places.get(mark)
    if (found === undefined) throw new Error(`${where}: no mark ${mark}: ${line}`)
    return found
  }
  const missed = line.startsWith('missed ')
  const [kind = '', mark = '', ...rest] = (missed ? line.slice(7) : line).split(' ')
  if (kind === 'kinds' || kind === 'families') return [kind, ...[mark, ...rest].sort()].join(' ')
  if (AS_WRITTEN.has(kind)) return line
  const text = rest.join(' ').replace(/ @(\S+)/g, (_, at) => ` @${place(at)}`)
  const long = text.replace(/(.)\{(\d+)\}/g, (_, letter, times) => letter.repeat(Number(times)))
  const head = `${missed ? 'missed ' : ''}${kind} ${place(mark)}`
  if (kind !== 'call') return `${head} ${long}`
  const [called = '', ...parts] = long.split(/ → | \| /)
  return [`${head} ${called}`, ...parts.sort()].join(' | ')
}

/** Writes the project below `folder` and gives the folder to be scanned. */
export function writeProject({ files }: CorpusProject, folder: string): string {
  const root = join(folder, 'project')
  mkdirSync(root, { recursive: true })
  for (const { path, bytes, target } of files) {
    const full = join(root, path)
    mkdirSync(dirname(full), { recursive: true })
    if (target === undefined) writeFileSync(full, bytes)
    else symlinkSync(target, full)
  }
  return root
}
