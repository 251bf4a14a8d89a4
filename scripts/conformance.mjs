// Runs the x509 room over the x509-limbo suite (https://x509-limbo.com, BetterTLS included) and compares the
// cases where we disagree with the list in test/conformance/disagreements.json: any change fails the run.
//
//   node scripts/conformance.mjs [--lenient] [--only PREFIX] [--slow] [--write]
//
// The suite is found at $HEFA_SHARED/data/x509-limbo or ../shared/data/x509-limbo. Needs `npm run build`.
// Judged with `strict`, since the suite expects the requirements for CAs too; --lenient shows what phones accept.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { gunzipSync } from 'node:zlib'

const home = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const LIST = path.join(home, 'test/conformance/disagreements.json')
const TIMEOUT_MS = 1000

const { values: options } = parseArgs({
  options: {
    lenient: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    slow: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    dist: { type: 'string', default: path.join(home, '.cache', 'tools') },
  },
})

function readSuite() {
  const shared = process.env.HEFA_SHARED ?? path.join(home, '../shared')
  const file = path.join(shared, 'data/x509-limbo/limbo.json.gz')
  if (!fs.existsSync(file)) return null
  return JSON.parse(gunzipSync(fs.readFileSync(file)).toString('utf8')).testcases
}

/** Server authentication only; the suite's other cases are about clients and mail addresses. */
const isOurs = ({ validation_kind, expected_peer_name: peer, signature_algorithms }) =>
  validation_kind === 'SERVER' &&
  (!peer || peer.kind === 'DNS' || peer.kind === 'IP') &&
  signature_algorithms.length === 0

/** Each case in turn on one of the workers; a worker that is silent for too long is replaced. */
function runAll(testcases) {
  const queue = [...testcases].reverse()
  const results = new Map()
  const workerData = { dist: path.resolve(options.dist), strict: !options.lenient, now: Date.now() }
  const runWorker = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./conformance.judge.mjs', import.meta.url), { workerData })
      let current = null
      let timer = null
      const next = () => {
        clearTimeout(timer)
        current = queue.pop() ?? null
        if (current === null) return void worker.terminate().then(() => resolve(), reject)
        worker.postMessage(current)
        timer = setTimeout(() => {
          results.set(current.id, { status: 'hung', faults: [`no answer in ${TIMEOUT_MS} ms`] })
          worker.terminate().then(() => resolve(runWorker()), reject)
        }, TIMEOUT_MS)
      }
      worker.on('error', (error) => {
        clearTimeout(timer)
        reject(error)
      })
      worker.on('message', (answer) => {
        if (answer.ready) return next()
        if (answer.id !== current?.id) return
        const accepted = answer.faults.length === 0
        const wanted = current.expected_result === 'SUCCESS'
        const status = answer.threw
          ? 'threw'
          : accepted === wanted
            ? 'agree'
            : accepted
              ? 'false-accept'
              : 'false-reject'
        results.set(answer.id, { ...answer, status })
        next()
      })
    })
  return Promise.all(Array.from({ length: Math.min(4, os.availableParallelism()) }, runWorker)).then(
    () => results,
  )
}

function compareWithList(disagreeing) {
  const listed = JSON.parse(fs.readFileSync(LIST, 'utf8'))
  const problems = []
  for (const [id, { status }] of disagreeing) {
    if (!(id in listed)) problems.push(`new ${status}: ${id}`)
    else if (listed[id].status !== status) problems.push(`was ${listed[id].status}, now ${status}: ${id}`)
    else if (!listed[id].reason?.trim()) problems.push(`no reason given: ${id}`)
  }
  const now = new Set(disagreeing.map(([id]) => id))
  for (const id of Object.keys(listed))
    if (!now.has(id)) problems.push(`agrees now, take it off the list: ${id}`)
  return problems
}

function writeList(disagreeing) {
  const listed = fs.existsSync(LIST) ? JSON.parse(fs.readFileSync(LIST, 'utf8')) : {}
  const entries = disagreeing.map(([id, { status }]) => [id, { status, reason: listed[id]?.reason ?? '' }])
  fs.writeFileSync(LIST, `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`)
}

async function main() {
  const suite = readSuite()
  if (suite === null) {
    const required = Boolean(process.env.HEFA_REQUIRE_SHARED)
    console.log(`conformance: ${required ? 'failed' : 'skipped'}, x509-limbo not found (set HEFA_SHARED)`)
    return required ? 1 : 0
  }
  const start = performance.now()
  const ours = suite.filter(isOurs).filter(({ id }) => id.startsWith(options.only))
  const results = await runAll(ours)
  const disagreeing = [...results]
    .filter(([, { status }]) => status !== 'agree')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  for (const [id, { status, faults, ms }] of disagreeing) {
    console.log(`${status.padEnd(12)} ${id}  ${faults.slice(0, 3).join('; ')}  ${ms?.toFixed(0) ?? ''}`)
  }
  if (options.slow) {
    const slowest = [...results].sort(([, a], [, b]) => (b.ms ?? 0) - (a.ms ?? 0)).slice(0, 10)
    for (const [id, { ms }] of slowest) console.log(`${ms?.toFixed(1).padStart(8)} ms  ${id}`)
  }
  if (options.write) writeList(disagreeing)
  const whole = options.only === '' && !options.lenient
  const problems = whole ? compareWithList(disagreeing) : []
  for (const problem of problems) console.log(`list: ${problem}`)
  const seconds = (performance.now() - start) / 1000
  const missed = printSummary(results, seconds, whole)
  return problems.length > 0 || missed ? 1 : 0
}

/** The figures next to the required ones; true if one is missed. Time is reported, not judged: machines are noisy. */
function printSummary(results, seconds, whole) {
  const count = (wanted) =>
    [...results].filter(([id, { status }]) => wanted(id.startsWith('bettertls::'), status)).length
  const agree = (better) => count((isBetter, status) => isBetter === better && status === 'agree')
  const total = (better) => count((isBetter) => isBetter === better)
  const hung = count((_, status) => status === 'hung')
  const slowest = Math.max(0, ...[...results.values()].map(({ ms }) => ms ?? 0))
  const rows = [
    ['', 'required', 'here'],
    ['bettertls', '9572', String(agree(true))],
    ['others', '148', String(agree(false))],
    ['hung', '0', String(hung)],
    ['slowest case', '1000 ms', `${slowest.toFixed(0)} ms`],
    ['whole suite', '20 s', `${seconds.toFixed(1)} s`],
  ]
  for (const [name, required, here] of rows)
    console.log(`${name.padEnd(14)}${required.padStart(9)}${here.padStart(9)}`)
  const missed = whole && (agree(true) < 9572 || agree(false) < 148 || hung > 0)
  console.log(
    `conformance: bettertls ${agree(true)} of ${total(true)}, others ${agree(false)} of ${total(false)}, hung ${hung}`,
  )
  return missed
}

process.exitCode = await main()
