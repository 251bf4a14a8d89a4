/** Asks an address in rounds: all at once, then again one by one what got no answer, and alone whether it answers each time. */
import type { Handshake } from '../facts/index.js'
import type { Asker, EndpointSpec } from './asker.js'
import type { Attempt } from './attempt.js'
import { broken, decide, faltered, heard, silent } from './decide.js'
import { pause } from './pause.js'
import { type Answers, follows, GENERAL, mattersMost, type Question, withFollowing } from './questions.js'
import { hasVanished, hasWavered, isScattered, missedAlone, TIMES } from './steady.js'

export interface Rounds {
  first: ReadonlyMap<string, Attempt>
  askAll(questions: readonly Question[]): Promise<void>
  /** Those among them that were cut. */
  askAgain(questions: readonly Question[]): Promise<void>
  /** Those among them that got silence which nothing about them explains: two at most, or one of them twice. */
  listenAgain(questions: readonly Question[]): Promise<void>
  /**
   * Once, where a hello got no answer and then one; with `scattered` only where others got one in between. Those among the
   * questions that were cut twice are asked a third time, since that may have been chance; so are those that were cut alone.
   */
  tellSteadiness(questions: readonly Question[], scattered?: 'scattered'): Promise<void>
  answers(): Answers
  /** How often it did not answer while nothing else was under way. */
  missed(): number
  /** Places left for more connections. */
  left(): number
}

/** @param most connections to the address */
export function rounds(spec: EndpointSpec, line: Asker, most: number): Rounds {
  const first = new Map<string, Attempt>()
  const second = new Map<string, Attempt>()
  const { signal, proxy } = spec
  /** What was cut right after a pause. */
  const rested = new Set<string>()
  let missed: number | null = null
  const left = () => (signal?.aborted ? 0 : Math.max(0, most - line.connections()))
  const answers = (): Answers => {
    const steady = (missed ?? 0) === 0
    const options = { behindProxy: proxy !== undefined, helloBytes: line.helloBytes, steady }
    return withFollowing(decide(first, second, options))
  }
  const ask = async (made: Map<string, Attempt>, questions: readonly Question[]): Promise<void> => {
    const answered = questions.map(async (question) => [question.id, await line.ask(question)] as const)
    for (const [id, one] of await Promise.all(answered)) made.set(id, one)
  }
  return {
    first,
    askAll: (questions) => ask(first, questions),
    askAgain: async (questions) => {
      const cut = questions.filter((one) => isCut(one, first) && !second.has(one.id))
      if (cut.length === 0 || left() === 0) return
      const known = GENERAL.find(({ id }) => heard(first, id))
      const control = known && cut.some(mattersMost) && !second.has(known.id) ? [known] : []
      await pause(signal)
      let isRested = true
      await oneByOne(cut, async (question) => {
        const { id } = question
        if (left() <= control.length) return false
        // The others may have said it by now.
        if (follows(question, answers())) return true
        await ask(second, [question])
        if (isRested && broken(second, id)) rested.add(id)
        isRested = broken(second, id) && hasWavered({ first, second })
        if (isRested) await pause(signal)
        return !silent(second, id)
      })
      const gone = cut.some(({ id }) => silent(second, id))
      if (!gone && !cut.some(({ id }) => heard(second, id)) && left() > 0) await ask(second, control)
    },
    listenAgain: async (questions) => {
      const silences = questions.filter((one) => isUnexplained(one, first, line.helloBytes))
      await oneByOne([...silences, ...silences].slice(0, LISTEN), async (question) => {
        if (left() === 0) return false
        await pause(signal)
        await ask(second, [question])
        return silent(second, question.id)
      })
    },
    tellSteadiness: async (questions, scattered) => {
      const control = controlOf(first, second)
      const made = { first, second }
      const lasting = hasWavered(made)
      const doubt = scattered ? isScattered(made) : lasting || hasVanished(made)
      // A proxy may have cut what was cut.
      if (missed !== null || !doubt || !control || proxy || signal?.aborted) return
      const places = () => Math.max(0, most + MORE - line.connections())
      let alone = 0
      const twice = [...questions, ...GENERAL].filter(({ id }) => broken(first, id) && broken(second, id))
      const cut = twice.filter((one) => questions.includes(one) || rested.has(one.id))
      // A limit of the moment cuts nothing after a pause.
      await oneByOne(cut.slice(0, places()), async (question) => {
        await pause(signal)
        await ask(second, [question])
        if (heard(second, question.id)) alone += 1
        if (heard(second, question.id) && rested.has(question.id)) missed = 1
        return missed === null && !signal?.aborted
      })
      if (missed !== null) return
      const again = () => pause(signal).then(() => line.ask(control))
      const times = Math.min(places(), TIMES - alone)
      const known = [first, second].some((round) => accepted(round.get(control.id)))
      missed = await missedAlone(again, { times, accepted: known, lasting })
    },
    answers,
    missed: () => missed ?? 0,
    left,
  }
}

/** A fault of the server counts only for hellos that a verdict depends on. */
const isCut = (question: Question, first: ReadonlyMap<string, Attempt>): boolean =>
  broken(first, question.id) || (mattersMost(question) && faltered(first, question.id))

/** To find out whether an address answers each time, it may be asked more often than others. */
const MORE = 6
/** Where every second or third connection stays silent, one of these is answered. */
const LISTEN = 2

/** As long as it is asked to go on. */
async function oneByOne(
  questions: readonly Question[],
  ask: (one: Question) => Promise<boolean>,
): Promise<void> {
  for (const question of questions) if (!(await ask(question))) return
}

const accepted = (made: { handshake: Handshake } | undefined): boolean => made?.handshake.kind === 'accepted'

/** A hello that is answered, at best with a handshake. */
function controlOf(
  first: ReadonlyMap<string, Attempt>,
  second: ReadonlyMap<string, Attempt>,
): Question | undefined {
  const known = GENERAL.filter(({ id }) => heard(first, id) || heard(second, id))
  return known.find(({ id }) => accepted(first.get(id)) || accepted(second.get(id))) ?? known[0]
}

/** Neither its length nor its old version explains why it got nothing, since others like it are answered. */
function isUnexplained(
  question: Question,
  first: ReadonlyMap<string, Attempt>,
  helloBytes: ReadonlyMap<string, number>,
): boolean {
  const bytes = (id: string): number => helloBytes.get(id) ?? 0
  const longest = Math.max(0, ...[...first.keys()].filter((id) => heard(first, id)).map(bytes))
  return silent(first, question.id) && mattersMost(question) && bytes(question.id) <= longest
}
