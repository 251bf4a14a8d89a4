/**
 * Names that arrive one by one, any number of them: each is judged as soon as it is done and then forgotten. They
 * aren't a console's list, so of the rules about whole lists only duplicates are reported.
 */
import { inventory } from '../config/index.js'
import type { TargetSpec } from '../config/types.js'
import type { EntryFact } from '../facts/index.js'
import type { Entry, PlatformId, Result, Target } from '../types.js'
import { openRoom } from './at-once.js'
import { addressesIn, isAnswerFor, unaskedResults } from './directives.js'
import { emptyFacts, isShare } from './empty-facts.js'
import { type Summary, summary } from './judge.js'
import { judgePlaces } from './judge-places.js'
import { verdictsFor } from './judge-target.js'
import { listResults, strayResults } from './lists.js'
import { type Look, openLooker } from './looker.js'
import { openRun, type Run, withEntries } from './run.js'
import { isServer, scopeOf, waivedIn } from './scope.js'
import { openWhole, type Whole } from './share-mark.js'
import { configOf, streamConfig } from './stream-config.js'
import type { GatherSetting, JudgeSettings } from './types.js'
import { joinedVerdicts, type Verdicts } from './verdicts.js'

export interface NameLine {
  text: string
  /** Counts from 1. */
  line: number
}

export interface StreamSetting
  extends Omit<GatherSetting, 'onTarget' | 'onProgress'>,
    Omit<JudgeSettings, 'durationMs'> {
  platforms?: readonly PlatformId[]
  /** What entries name as their file. */
  file: string
}

export interface StreamSinks {
  /** One at a time; names are read no faster than this resolves. */
  target(target: Target): Promise<void>
  /** A name without a target, or a duplicate. */
  bad(name: NameLine, results: Result[]): void
  /** What was dropped from a pasted URL. */
  note(name: NameLine, note: string): void
}

/** Results without a target that are kept for the summary; all of them count for the verdict. */
const MAX_KEPT = 1000
/** How many names are remembered to find duplicates. */
const MAX_REMEMBERED = 100_000

/**
 * Reads names until they end or `setting.signal` is aborted; those in progress then are unknown.
 * @returns null when there was no name at all
 */
export async function auditStream(
  names: AsyncIterable<NameLine>,
  setting: StreamSetting,
  sinks: StreamSinks,
): Promise<Summary | null> {
  const stream = await openStream(setting, sinks)
  try {
    for await (const name of names) {
      if (setting.signal?.aborted) break
      await stream.take(name)
    }
    return await stream.end()
  } finally {
    stream.close()
  }
}

interface Stream {
  /** Resolves when there is room for another name. */
  take(name: NameLine): Promise<void>
  end(): Promise<Summary | null>
  close(): void
}

async function openStream(setting: StreamSetting, sinks: StreamSinks): Promise<Stream> {
  const started = performance.now()
  const config = streamConfig(setting)
  const run = await openRun(emptyFacts(config, setting), setting, [])
  const { look, close, atOnce } = openLooker(config, setting)
  const room = openRoom(atOnce)
  const outcome = openOutcome(run)
  const whole = openWhole(config, run.facts)
  /** As they were written: their entries would take five times as much memory. */
  const firsts = new Map<string, NameLine>()
  let [names, targets] = [0, 0]
  const unasked = new Set(run.facts.given)

  const bad = (name: NameLine, results: Result[]): void => {
    outcome.add(results)
    sinks.bad(name, results)
  }
  const print = inTurn(async ({ target, asked }: Printed) => {
    outcome.target(target, asked)
    await sinks.target(target)
  })
  const ask = (address: string): void => {
    for (const one of unasked) if (isAnswerFor(one, address)) unasked.delete(one)
  }
  const take = async (name: NameLine): Promise<void> => {
    names += 1
    const { entries, specs, notes } = await readName(name, setting)
    const own = withEntries(run, entries)
    for (const note of notes) sinks.note(name, note)
    for (const { host, port } of specs) ask(`${host}:${port}`)
    const [spec] = specs
    if (!spec)
      return bad(
        name,
        entries.flatMap((entry) => strayResults(entry, own)),
      )
    const first = firsts.get(keyOf(spec))
    if (first) return bad(name, await repetition(first, spec.entries, setting, run))
    if (firsts.size < MAX_REMEMBERED) firsts.set(keyOf(spec), name)
    whole.add(spec)
    if (isShare(targets++, setting.shard)) await room.enter(() => observe(spec, own, { look, print, ask }))
  }
  return {
    take,
    async end() {
      await room.empty()
      if (names === 0) return null
      // It isn't known what names interrupted by a signal would have contacted.
      if (!setting.signal?.aborted) outcome.add(unaskedResults([...unasked], run))
      const durationMs = Math.round(performance.now() - started)
      return outcome.summary(durationMs, setting.shard ? { whole: whole.whole() } : {})
    },
    close,
  }
}

interface Printed {
  target: Target
  /** Was it asked anything? */
  asked: boolean
}

interface Observing {
  look: Look
  print: (printed: Printed) => Promise<void>
  /** Called for each address that certificates and redirects refer to. */
  ask: (address: string) => void
}

async function observe(spec: TargetSpec, run: Run, { look, print, ask }: Observing): Promise<void> {
  const found = await look(spec)
  for (const address of found.flatMap(addressesIn)) ask(address)
  await print({ target: judgePlaces(found, run), asked: found.some(isServer) })
}

async function readName(
  { text, line }: NameLine,
  { platforms, language, file }: StreamSetting,
): Promise<{ entries: EntryFact[]; specs: TargetSpec[]; notes: string[] }> {
  const { config, notes } = configOf(text, platforms, language)
  const entries = config.entries.map((entry): Entry => ({ ...entry, file, line, column: 1 }))
  const { entries: facts, targets } = await inventory({ entries })
  return { entries: facts, specs: targets, notes }
}

const keyOf = ({ scheme, host, port }: TargetSpec): string => `${scheme} ${host} ${port}`

async function repetition(
  first: NameLine,
  again: readonly Entry[],
  names: StreamSetting,
  run: Run,
): Promise<Result[]> {
  const { specs } = await readName(first, names)
  const { entries } = await inventory({ entries: [...specs.flatMap((spec) => spec.entries), ...again] })
  const { setting } = run
  const rules = setting.rules.filter(({ acrossLines }) => acrossLines)
  const results = listResults(entries, { ...withEntries(run, entries), setting: { ...setting, rules } })
  return results.filter(({ status }) => status === 'fail' || status === 'waived')
}

/** Runs calls one after another. */
function inTurn<T>(task: (value: T) => Promise<void>): (value: T) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (value) => {
    const turn = last.then(() => task(value))
    last = turn.catch(() => {})
    return turn
  }
}

const isFinding = ({ status }: Result): boolean => status === 'fail' || status === 'unknown'

/** What is kept of targets that have been reported. */
function openOutcome(run: Run) {
  const { platforms } = run.facts.config
  const kept: Result[] = []
  const waived = new Set<string>()
  let [servers, targets, notListed] = [0, 0, 0]
  let verdicts: Verdicts = {}
  const join = (more: Verdicts): void => {
    verdicts = joinedVerdicts([verdicts, more])
  }
  return {
    target(target: Target, asked: boolean): void {
      targets += 1
      if (asked) servers += 1
      for (const one of waivedIn(target.results, target)) waived.add(one)
      join(target.verdicts)
    },
    add(results: Result[]): void {
      for (const one of waivedIn(results, null)) waived.add(one)
      join(verdictsFor(results, platforms, run.settings))
      const fitting = results.slice(0, MAX_KEPT - kept.length)
      kept.push(...fitting)
      notListed += results.slice(fitting.length).filter(isFinding).length
    },
    summary: (durationMs: number, ofWhole: { whole?: Whole }): Summary =>
      summary({ ...run, settings: { ...run.settings, durationMs } }, kept, [{ verdicts }], {
        ...scopeOf(run, { targets, servers, files: 0, ...ofWhole }, waived),
        ...(notListed > 0 && { notListed }),
      }),
  }
}
