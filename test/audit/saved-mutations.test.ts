/** Saved facts of real servers with one place changed, every place in turn (every tenth in `npm test`): none is judged better for it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { gather, judge, readFacts, saveFacts } from '../../src/audit/index.js'
import { auditConfig } from '../../src/config/index.js'
import { type Demo, startDemo } from '../../src/demo/index.js'
import type { TargetFacts } from '../../src/facts/index.js'
import { THOROUGH } from '../helpers/thorough.js'
import { type Mutation, mutationsOf, patternOf } from './mutations.js'

let demo: Demo
const saved = new Map<string, string>()
const CASES = [
  'api',
  'ws',
  'wrong-name',
  'no-intermediate',
  'no-forward-secrecy',
  'refused',
  'silent',
] as const

beforeAll(async () => {
  demo = await startDemo()
  const ca = [demo.ca.replace(/-----[^-]+-----|\s/g, '')]
  for (const id of CASES) {
    const target = demo.targets.find((one) => one.id === id)
    if (!target) throw new Error(id)
    const { host, port, scheme } = target
    const made = auditConfig([`${scheme}://${host}:${port}`], { platforms: ['wechat-ios', 'alipay-android'] })
    if ('problems' in made) throw new Error(JSON.stringify(made.problems))
    const config = { ...made.config, icp: { 'shop.example': '京ICP备2024000001号-1' } }
    const resolve = [{ host, port, addresses: ['127.0.0.1'] }]
    saved.set(
      id,
      saveFacts(await gather(config, { ca, resolve, timeoutMs: id === 'silent' ? 1000 : 60_000 })),
    )
  }
  saved.set('unlooked', await withoutOnePlace(saved.get('api') ?? ''))
})
afterAll(() => demo.close())

/** Of two places the one saw a server that is fit, the other did not look. */
async function withoutOnePlace(text: string): Promise<string> {
  const facts = await readFacts(text)
  if ('fault' in facts) throw new Error(facts.fault)
  const targets = facts.targets.flatMap((target): TargetFacts[] => {
    const { host, port, scheme, entries } = target
    const other = {
      host,
      port,
      scheme,
      entries,
      endpoints: [],
      vantage: 'hk',
      notLooked: 'timed-out' as const,
    }
    return [{ ...target, vantage: 'cn' }, other]
  })
  return saveFacts({ ...facts, vantages: ['cn', 'hk'], targets })
}

function* mutations(text: string): Generator<Mutation> {
  let at = 0
  for (const one of mutationsOf(text)) if (THOROUGH || at++ % 10 === 0) yield one
}

/** Exit status 2 stands for facts that are not taken. */
async function exitOf(text: string): Promise<number> {
  const facts = await readFacts(text)
  if ('fault' in facts) return 2
  return (await judge(facts, { at: Date.parse(facts.gatheredAt), language: 'en', saved: true })).exitCode
}

/** What is changed there changes the question, or forges an answer; nothing of it is missing. */
const ANOTHER_QUESTION: Record<string, string> = {
  'config.platforms.#': 'judged for fewer platforms, which the report names',
  'ca.#': 'another certificate is trusted by the word of whoever judges',
}

test.each([...CASES.slice(2), 'unlooked'])(
  '%s is never judged fit',
  async (id) => {
    const text = saved.get(id) ?? ''
    expect(await exitOf(text)).not.toBe(0)
    const better: string[] = []
    for (const { path, how, text: changed } of mutations(text)) {
      if (Object.hasOwn(ANOTHER_QUESTION, patternOf(path))) continue
      if ((await exitOf(changed)) === 0) better.push(`${path.join('.')} ${how}`)
    }
    expect(better).toEqual([])
  },
  120_000,
)

/** What a server need not send, what only names or describes, and what the config tells again. */
const MAY_BE_ABSENT: Record<string, string> = {
  'config.platforms': 'judged for fewer platforms, which the report names',
  'config.platforms.#': 'judged for fewer platforms, which the report names',
  'config.icp': 'no filing number was given: undetermined at warning level, which changes no verdict',
  'config.icp.shop.example': 'the same',
  'targets.#.entries': 'those of the config hold',
  'targets.#.entries.#': 'those of the config hold',
  'targets.#.entries.#.text': 'those of the config hold',
  'targets.#.endpoints.#.chains.#.clients': 'the hellos that drew the chain are named as well',
  'targets.#.endpoints.#.chains.#.clients.#': 'the hellos that drew the chain are named as well',
  'targets.#.endpoints.#.chains.#.hellos': 'who drew the chain is told by the hellos themselves',
  'targets.#.endpoints.#.chains.#.hellos.#': 'who drew the chain is told by the hellos themselves',
  'targets.#.endpoints.#.clients.#.helloBytes': 'only its own failure is explained by its length',
  'targets.#.endpoints.#.clients.#.handshake.leaf.group': 'no curve is demanded of a key that names none',
  'targets.#.endpoints.#.clients.#.handshake.leaf.type': 'a key of a kind nobody takes is a fault',
  'targets.#.endpoints.#.clients.#.prediction.group': 'told for the table alone',
  'targets.#.durationMs': 'told to monitors alone',
  'targets.#.http.connection.address': 'told in sentences alone',
  'targets.#.http.connection.version': 'told in sentences alone',
  'targets.#.http.paths.#.path': 'told in sentences alone',
  'targets.#.http.paths.#.exchanges.#.url': 'told in sentences alone',
  'targets.#.http.paths.#.exchanges.#.answer.charset': 'no server has to send one',
  'targets.#.http.paths.#.exchanges.#.answer.contentType': 'no server has to send one',
  'targets.#.http.paths.#.exchanges.#.answer.json': 'what is no JSON is not judged as such',
  'targets.#.http.upgrades.#.path': 'told in sentences alone',
  'targets.#.http.upgrades.#.answer.closed': 'a warning at most',
  'targets.#.http.upgrades.#.answer.connection': 'a warning at most',
  'targets.#.http.upgrades.#.answer.upgrade': 'a warning at most',
  'tool.name': 'told alone',
  'tool.version': 'told alone',
}
/**
 * An alert's number explains a refusal, and ALPN is nobody's demand. How a general hello was answered in detail is
 * told of the chain (its key) and of the clients (groups and signatures).
 */
const ANYWHERE = /\.(?:alert|alpn)$|\.(?:handshakes\.[^#]+|nameless)\.(?:keyProof|group|signatureAlgorithm)$/

test.each(['api', 'ws'] as const)(
  '%s is fit with nothing that counts missing',
  async (id) => {
    const text = saved.get(id) ?? ''
    expect(await exitOf(text)).toBe(0)
    const still = new Set<string>()
    for (const { path, how, text: changed } of mutations(text)) {
      if (how.startsWith('is ')) continue
      const pattern = patternOf(path)
      if (ANYWHERE.test(pattern) || Object.hasOwn(MAY_BE_ABSENT, pattern)) continue
      if ((await exitOf(changed)) === 0) still.add(`${pattern} ${how}`)
    }
    expect([...still]).toEqual([])
  },
  120_000,
)
