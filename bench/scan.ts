/** What reading a project's source costs: whole processes over a made-up uni-app project. */
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectFiles } from './scan-project.js'

const ROUNDS = 5

interface Cost {
  wallMs: number
  cpuMs: number
  rssMb: number
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** Writes a project of `count` source files and gives their size in bytes. */
function writeProject(folder: string, count: number): number {
  let bytes = 0
  for (const { path, text } of projectFiles(count)) {
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
  counts: readonly number[],
  hefa: (args: string[]) => Promise<Cost>,
): Promise<string[]> {
  const rows: string[] = []
  for (const count of counts) {
    const project = join(folder, `scan-${count}`)
    const bytes = writeProject(project, count)
    const costs: Cost[] = []
    for (let index = 0; index < ROUNDS; index++)
      costs.push(await hefa(['scan', project, '--format', 'json', '--quiet']))
    rmSync(project, { recursive: true })
    const wall = median(costs.map(({ wallMs }) => wallMs))
    const cpu = median(costs.map(({ cpuMs }) => cpuMs))
    const memory = Math.max(...costs.map(({ rssMb }) => rssMb))
    const cells = [
      ...[count, `${(bytes / 1e6).toFixed(1)} MB`, `${wall.toFixed(0)} ms`, `${cpu.toFixed(0)} ms`],
      ...[`${(cpu / count).toFixed(2)} ms`, `${memory.toFixed(0)} MB`],
    ]
    rows.push(`| ${cells.join(' | ')} |`)
  }
  return rows
}
