/** What no report may replace: a file that the run reads, or source that it scans. */
import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, extname, relative, resolve } from 'node:path'

/** Their values are written, everything else on a command line is read. */
export const WRITING: ReadonlySet<string> = new Set(
  '-o --output --save-facts --write-baseline --state --ndjson --openmetrics'.split(' '),
)

/** The files on a command line that are not to be written, if they exist. */
async function readPlaces(argv: readonly string[], cwd: string): Promise<string[]> {
  const named = argv.flatMap((word, at) => {
    if (WRITING.has(argv[at - 1] ?? '')) return []
    const [, option = '', value = word] = /^(--[^=]+)=(.*)$/s.exec(word) ?? []
    return WRITING.has(option) ? [] : [value]
  })
  const places = await Promise.all(named.map((word) => realpath(resolve(cwd, word)).catch(() => null)))
  return places.filter((place) => place !== null)
}

const isInside = (place: string, folder: string): boolean => {
  const way = relative(folder, place)
  return way !== '' && !way.startsWith('..') && resolve(folder, way) === place
}

/** Extensions that reports have; a file with another one among scanned source is source. */
const REPORTS = new Set(
  '.json .ndjson .jsonl .sarif .xml .html .htm .md .csv .txt .log .prom .om .ics'.split(' '),
)

/** A report of this program contains its name; a list without findings is `[]`. */
async function isSource(place: string): Promise<boolean> {
  if (!REPORTS.has(extname(place).toLowerCase())) return true
  if (extname(place).toLowerCase() !== '.json') return false
  const text = await readFile(place, 'utf8')
  return text.trim().length > 2 && !text.includes('hefa')
}

/**
 * Is there a file that the run reads: one that the command line names, a config by its usual name, or source inside of
 * a folder that the command line names?
 * @param place with links followed
 */
export async function isInput(place: string, argv: readonly string[], cwd: string): Promise<boolean> {
  const old = await stat(place).catch(() => null)
  if (!old?.isFile()) return false
  const { CONFIG_NAMES } = await import('../config/index.js')
  if (CONFIG_NAMES.includes(basename(place))) return true
  const reads = await readPlaces(argv, cwd)
  if (reads.includes(place)) return true
  return reads.some((folder) => isInside(place, folder)) && (await isSource(place))
}
