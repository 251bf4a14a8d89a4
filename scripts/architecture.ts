/** The drawing of the rooms, from the modules that really import each other: types are left out, as at run time. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

const ROOMS = /^(?:src\/([a-z0-9-]+)\/|(rules)\/(?!.*(?:\/texts\/|\/(?:en|zh)\.ts$)))/
/** Types shared by every room, and the demo. */
const LEFT_OUT = new Set(['files', 'demo'])

type Graph = Map<string, Set<string>>

/** Which room loads which, from a bundle of the two entry points: the terminal and the library. */
async function roomGraph(root: string): Promise<Graph> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/cli/main.ts', 'src/index.ts', 'src/scan/worker.ts'],
    outdir: 'out',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  const graph: Graph = new Map()
  for (const [file, { imports }] of Object.entries(metafile.inputs)) {
    const from = roomOf(file)
    if (from === null) continue
    const to = graph.get(from) ?? new Set()
    graph.set(from, to)
    for (const { path } of imports) {
      const room = roomOf(path)
      if (room !== null && room !== from) to.add(room)
    }
  }
  return graph
}

function roomOf(file: string): string | null {
  const [, room, rules] = ROOMS.exec(file) ?? []
  const name = room ?? rules ?? null
  return name === null || LEFT_OUT.has(name) ? null : name
}

/** An arrow implied by a longer path is not drawn. @throws Error if rooms form a cycle, which can't be drawn */
function reduced(graph: Graph): [string, string][] {
  const below = new Map<string, Set<string>>()
  const reach = (room: string, above: readonly string[]): Set<string> => {
    if (above.includes(room)) throw new Error(`rooms go round: ${[...above, room].join(' → ')}`)
    const known = below.get(room)
    if (known) return known
    const found = new Set<string>()
    for (const next of graph.get(room) ?? [])
      for (const one of [next, ...reach(next, [...above, room])]) found.add(one)
    below.set(room, found)
    return found
  }
  for (const room of graph.keys()) reach(room, [])
  return [...graph].flatMap(([room, to]) =>
    [...to]
      .filter((one) => ![...to].some((other) => other !== one && below.get(other)?.has(one)))
      .map((one): [string, string] => [room, one]),
  )
}

const DRAWING = /(<!-- rooms -->\n)[\s\S]*?(<!-- \/rooms -->)/

/** The page with the current drawing; the rest is written by hand. */
export async function architecturePage(root: string): Promise<string> {
  const arrows = reduced(await roomGraph(root))
    .map(([from, to]) => `  ${from} --> ${to}`)
    .sort()
  const drawing = ['```mermaid', 'flowchart TD', ...arrows, '```'].join('\n')
  const text = await readFile(join(root, 'docs/architecture.md'), 'utf8')
  return text.replace(DRAWING, (_, start: string, end: string) => `${start}\n${drawing}\n\n${end}`)
}
