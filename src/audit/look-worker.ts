/** A thread that probes its share of a run's targets; see threads.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import type { TargetFacts } from '../facts/index.js'
import { type Gatherer, openGatherer } from './gatherer.js'
import { loadLookUp } from './later-look-up.js'
import { lookHere } from './look-here.js'
import type { FromThread, ThreadSetting, ToThread } from './threads.js'

const { config, setting } = workerData as ThreadSetting

const tell = (id: number, facts: TargetFacts): void =>
  parentPort?.postMessage({ id, facts } satisfies FromThread)

let gatherer: Gatherer | undefined

/** An error ends the thread, and the waiting side is notified. */
parentPort?.on('message', async (message: ToThread) => {
  if (message.kind === 'one') {
    gatherer ??= openGatherer(config, setting)
    const facts = await gatherer.observe(message.spec)
    if (facts) tell(message.id, facts)
    return
  }
  await lookAt(message)
})

async function lookAt({ specs, others }: Extract<ToThread, { specs: unknown }>): Promise<void> {
  await loadLookUp()
  const ids = new Map(specs.map(({ id, spec }) => [keyOf(spec), id]))
  await lookHere(
    specs.map(({ spec }) => spec),
    config,
    { ...setting, others },
    async (facts) => {
      const id = ids.get(keyOf(facts))
      if (id === undefined) throw new Error(`nobody asked for ${keyOf(facts)}`)
      tell(id, facts)
    },
  )
}

const keyOf = ({ scheme, host, port }: Pick<TargetFacts, 'scheme' | 'host' | 'port'>): string =>
  `${scheme} ${host} ${port}`
