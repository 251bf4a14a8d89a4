/**
 * One minute of random and corrupted inputs for everything that reads untrusted data: `npm run fuzz`.
 * `--seconds N`, `--seed N`, `--reader NAME` (part of a name), `--input BASE64` reads that one input; `--write` puts the
 * figures into docs/fuzz.md.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { board } from './fuzz/board.js'
import { type Finding, type FuzzRun, problemWith } from './fuzz/loop.js'
import { READERS } from './fuzz/readers.js'
import type { FuzzJob } from './fuzz/worker.js'

/** No reader needs that long for a few hundred bytes. */
const HANGS_MS = 30_000

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 32) },
    reader: { type: 'string', default: '' },
    input: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})

if (values.input !== undefined) await readOne(Buffer.from(values.input, 'base64'), values.reader)
else
  report(await readMany({ seed: Number(values.seed), seconds: Number(values.seconds), only: values.reader }))

async function readOne(input: Buffer, only: string): Promise<void> {
  for (const reader of READERS.filter(({ name }) => name.includes(only))) {
    const problem = await problemWith(reader, input)
    console.log(`${reader.name}: ${problem ?? 'ok'}`)
    if (problem) process.exitCode = 1
  }
}

function readMany(job: Omit<FuzzJob, 'shared'>): Promise<FuzzRun> {
  console.log(`seed ${job.seed}, ${job.seconds} s`)
  const place = board()
  const workerData: FuzzJob = { ...job, shared: place.shared }
  const worker = new Worker(new URL('./fuzz/worker.js', import.meta.url), { workerData })
  return new Promise((resolve, reject) => {
    let turn = -1
    const watch = setInterval(() => {
      const now = place.read()
      if (now.turn === turn) end({ counts: new Map(), slowest: new Map(), findings: [hanging(now)] })
      turn = now.turn
    }, HANGS_MS)
    const end = (run: FuzzRun): void => {
      clearInterval(watch)
      void worker.terminate()
      resolve(run)
    }
    worker.on('message', end)
    worker.on('error', reject)
  })
}

const hanging = ({ reader, input }: { reader: number; input: Buffer }): Finding => ({
  reader: READERS[reader]?.name ?? '',
  input,
  problem: `not done after ${HANGS_MS / 1000} s`,
})

function report(run: FuzzRun): void {
  const { counts, findings } = run
  if (values.write) writeFileSync('docs/fuzz.md', page(run))
  for (const [name, count] of counts) console.log(`${String(count).padStart(9)}  ${name}`)
  for (const { reader, input, problem } of findings) {
    const again = `npm run fuzz -- --reader '${reader}' --input '${Buffer.from(input).toString('base64')}'`
    console.log(`\n${reader}: ${problem}\n  ${again}`)
  }
  const total = [...counts.values()].reduce((all, one) => all + one, 0)
  console.log(`${total} inputs, ${findings.length} findings`)
  if (findings.length > 0 || total === 0) process.exitCode = 1
}

function page({ counts, slowest, findings }: FuzzRun): string {
  const total = [...counts.values()].reduce((all, one) => all + one, 0)
  const rows = [...counts].map(
    ([name, count]) => `| ${name} | ${count} | ${Math.ceil(slowest.get(name) ?? 0)} |`,
  )
  return `# What the fuzzers read

Random and corrupted inputs for everything that reads untrusted data; a reader may return a value or throw an error it
promises, within a second of work. Made by \`npm run fuzz -- --seconds ${values.seconds} --write\`: seed ${values.seed},
Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}.

**${total} inputs, ${findings.length} findings.**

| reader | inputs | longest, ms of work |
| --- | --: | --: |
${rows.join('\n')}
`
}
