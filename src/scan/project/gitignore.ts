/**
 * The patterns of one `.gitignore` file (gitignore(5)): matched state by state, never with the host's regular expressions,
 * so the cost is bounded by pattern and path, and counted.
 */
import { bytesOf, type Pattern, patternOf, type Steps, whole } from './glob.js'

export interface Rules {
  /** True: ignored; false: re-included; null: not mentioned. @param path relative to the file's folder */
  test(path: string, isFolder: boolean, steps: Steps): boolean | null
}

interface Line {
  isTakenBack: boolean
  foldersOnly: boolean
}
interface Wild extends Line {
  at: number
  pattern: Pattern
  byName: boolean
}

export function readRules(text: string): Rules {
  const lines: Line[] = []
  const wild: Wild[] = []
  const names: Literals = new Map()
  const paths: Literals = new Map()
  for (const written of bytesOf(text.replace(/^\ufeff/, '')).split('\n')) {
    const line = lineOf(written.replace(/\r$/, ''))
    if (!line) continue
    const { body, byName, isTakenBack, foldersOnly } = line
    const at = lines.push({ isTakenBack, foldersOnly }) - 1
    const pattern = patternOf(body, !byName)
    if (typeof pattern === 'string') addTo(byName ? names : paths, pattern, foldersOnly, at)
    else if (pattern !== null) wild.push({ isTakenBack, foldersOnly, at, pattern, byName })
  }
  wild.reverse()
  return {
    test(written, isFolder, steps) {
      const path = bytesOf(written)
      const name = path.slice(path.lastIndexOf('/') + 1)
      const literal = Math.max(lastOf(names.get(name), isFolder), lastOf(paths.get(path), isFolder))
      for (const { at, foldersOnly, byName, pattern, isTakenBack } of wild) {
        if (at < literal || steps.left < 0) break
        if ((isFolder || !foldersOnly) && whole(pattern, byName ? name : path, steps)) return !isTakenBack
      }
      const found = lines[literal]
      return found && steps.left >= 0 ? !found.isTakenBack : null
    },
  }
}

/** The last line for each pattern without wildcards, by its text. */
type Literals = Map<string, { any: number; folders: number }>

function addTo(index: Literals, text: string, foldersOnly: boolean, at: number): void {
  const known = index.get(text) ?? { any: -1, folders: -1 }
  index.set(text, foldersOnly ? { ...known, folders: at } : { ...known, any: at })
}

const lastOf = (found: { any: number; folders: number } | undefined, isFolder: boolean): number =>
  Math.max(found?.any ?? -1, isFolder ? (found?.folders ?? -1) : -1)

function lineOf(written: string): (Line & { body: string; byName: boolean }) | null {
  if (written.startsWith('#')) return null
  const isTakenBack = written.startsWith('!')
  let body = withoutBlanks(isTakenBack ? written.slice(1) : written)
  const foldersOnly = body.endsWith('/')
  if (foldersOnly) body = body.slice(0, -1)
  if (body === '') return null
  const byName = !body.includes('/')
  if (byName) return { body, byName, isTakenBack, foldersOnly }
  const anywhere = /^(?:\*\*\/)+([^/]+)$/.exec(body)?.[1]
  if (anywhere !== undefined) return { body: anywhere, byName: true, isTakenBack, foldersOnly }
  return { body: body.replace(/^\//, ''), byName, isTakenBack, foldersOnly }
}

/** Trailing spaces count only after a backslash. */
function withoutBlanks(text: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === ' ') end--
  if (end === text.length) return text
  let slashes = 0
  while (text[end - 1 - slashes] === '\\') slashes++
  return text.slice(0, slashes % 2 === 1 ? end + 1 : end)
}
