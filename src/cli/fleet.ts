/** `--via`: a fleet probes on behalf of this machine. */
import type { Fleet, FleetEvent, Library, NoFleet, QueueAddress } from '../fleet/index.js'
import type { Config, GatherSetting } from '../index.js'
import type { AuditFlags } from './flags.js'
import type { Session } from './session.js'
import { spanText } from './span-text.js'
import { UsageError } from './usage-error.js'
import { ALL } from './values.js'

const [QUEUE, PASSWORD] = ['HEFA_QUEUE', 'HEFA_QUEUE_PASSWORD']
const WAIT_MS = 600_000

export const isRemote = ({ via }: Pick<AuditFlags, 'via'>): boolean => via !== undefined

/** Settings for reaching servers belong to the workers. */
const WORKERS_OWN = {
  dns: '--dns',
  proxy: '--proxy',
  concurrency: '--concurrency',
  perHost: '--per-host',
  jobs: '--jobs',
} as const satisfies Partial<Record<keyof AuditFlags, string>>

function refuseWorkersOwn(flags: AuditFlags, words: Session['words']): void {
  for (const [name, option] of Object.entries(WORKERS_OWN) as [keyof typeof WORKERS_OWN, string][])
    if (flags[name] !== undefined) throw new UsageError(words.fleet.workersOwn(option))
  if (flags.allowPrivate) throw new UsageError(words.fleet.workersOwn('--allow-private'))
}

/**
 * Runs the task with a fleet, if one was requested.
 * @throws UsageError when there is none
 */
export async function throughFleet<T>(
  config: Config,
  setting: GatherSetting,
  flags: AuditFlags,
  session: Session,
  task: (setting: GatherSetting) => Promise<T>,
): Promise<T> {
  const { words } = session
  if (!isRemote(flags)) {
    if (flags.waitMs !== undefined) throw new UsageError(words.fleet.waitAlone('--wait'))
    return task(setting)
  }
  refuseWorkersOwn(flags, words)
  const fleet = await open(config, setting, flags, session)
  try {
    return await task({ ...setting, fleet })
  } finally {
    await fleet.close()
  }
}

async function open(
  config: Config,
  gather: GatherSetting,
  { via, vantage = [ALL], waitMs = WAIT_MS, quiet }: AuditFlags,
  session: Session,
): Promise<Fleet> {
  const { io, words, language } = session
  const { openFleet, NoFleet } = await import('../fleet/index.js')
  const address = await queueAddress('--via', via, session)
  const library = await libraryOr(session)
  const told = (event: FleetEvent): void => {
    if (quiet) return
    io.tell(words.note(textOf(event)))
  }
  const textOf = (event: FleetEvent): string => {
    switch (event.kind) {
      case 'lost':
      case 'back':
        return words.fleet[event.kind](address.shown)
      case 'no-worker':
        return words.fleet.noWorkerYet(event.vantage, spanText(waitMs, language))
      case 'other-schema': {
        const { id, vantage, version } = event.worker
        return words.fleet.skewed(id, vantage, version)
      }
    }
  }
  const others = await httpsTargets(config)
  const { signal } = io
  const vantages = vantage.includes(ALL) ? ('all' as const) : vantage
  const setting = { address, vantages, waitMs, config, others, gather, signal, told }
  return openFleet(setting, library).catch(async (error) => {
    if (error instanceof NoFleet) throw new UsageError(noFleetText(error, address, session))
    throw await asUsage(error, address, session)
  })
}

function noFleetText({ worker, schema: own }: NoFleet, { shown }: QueueAddress, { words }: Session): string {
  if (worker === null) return words.fleet.nobody(shown)
  const { id, vantage, version, schema } = worker
  return words.fleet.otherSchema(id, vantage, version, schema, own)
}

async function httpsTargets({ entries }: Config): Promise<string[]> {
  const { targetsOf } = await import('../config/index.js')
  return targetsOf({ entries }).flatMap(({ host, port, scheme }) =>
    scheme === 'https' ? [`${host}:${port}`] : [],
  )
}

/** The URL of an option, or else of the environment. */
export async function queueAddress(
  option: string,
  given: string | undefined,
  { io, words }: Session,
): Promise<QueueAddress> {
  const { readQueueUrl } = await import('../fleet/index.js')
  const text = given ?? io.env[QUEUE] ?? ''
  if (text === '') throw new UsageError(words.fleet.noQueue)
  const address = readQueueUrl(text, io.env[PASSWORD])
  if (!address) throw new UsageError(words.fleet.badUrl(given === undefined ? QUEUE : option))
  return address
}

export async function libraryOr({ words }: Session): Promise<Library> {
  const { loadLibrary } = await import('../fleet/index.js')
  const library = await loadLibrary()
  if (!library) throw new UsageError(words.fleet.noLibrary)
  return library
}

/** The same error, or a usage error if the queue can't be used. */
export async function asUsage(error: unknown, address: QueueAddress, session: Session): Promise<unknown> {
  const { NoQueue } = await import('../fleet/index.js')
  return error instanceof NoQueue
    ? new UsageError(session.words.fleet.unreachable(address.shown, error.code))
    : error
}
