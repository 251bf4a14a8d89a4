/** What reading a project's source costs: whole processes over a made-up uni-app project. */
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gameFiles, projectFiles, type SourceFile } from './scan-project.js'

const ROUNDS = 5

interface Cost {
  wallMs: number
  cpuMs: number
  rssMb: number
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** How many source files, how large (1 is about 7 kB each; or scripts of a game's engine), and by how many threads they are read. */
export type ScanSize = readonly [count: number, share: number | 'engine', jobs: number]

/** Writes a project and gives the size of its files in bytes. */
function writeProject(folder: string, files: Iterable<SourceFile>): number {
  let bytes = 0
  for (const { path, text } of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
    bytes += statSync(file).size
  }
  return bytes
}

/** Rows of the section; `hefa` runs one whole process with these arguments. */
export async function scanRows(
  folder: string,
  sizes: readonly ScanSize[],
  hefa: (args: string[]) => Promise<Cost>,
): Promise<string[]> {
  const rows: string[] = []
  for (const size of sizes) {
    const [count, share, jobs] = size
    const project = join(folder, `scan-${count}-${share}`)
    const isGame = share === 'engine'
    const bytes = writeProject(project, isGame ? gameFiles(count) : projectFiles(count, share))
    const costs: Cost[] = []
    for (let index = 0; index < ROUNDS; index++)
      costs.push(await hefa(['scan', project, '--jobs', `${jobs}`, '--format', 'json', '--quiet']))
    rmSync(project, { recursive: true })
    const wall = median(costs.map(({ wallMs }) => wallMs))
    const cpu = median(costs.map(({ cpuMs }) => cpuMs))
    const memory = Math.max(...costs.map(({ rssMb }) => rssMb))
    const cells = [
      ...[
        isGame ? `${count}, a game's engine` : count,
        `${(bytes / 1e6).toFixed(1)} MB`,
        jobs,
        `${wall.toFixed(0)} ms`,
        `${cpu.toFixed(0)} ms`,
      ],
      ...[`${(cpu / count).toFixed(2)} ms`, `${memory.toFixed(0)} MB`],
    ]
    rows.push(`| ${cells.join(' | ')} |`)
  }
  return rows
}
