/** Facts of a share under another list: what they hold is judged, wherever the other list has it. */
import { describe, expect, test } from 'vitest'
import { type Facts, forPlatforms, readFacts, saveFacts, underConfig } from '../../src/audit/index.js'
import { chainFact, issue } from '../helpers/chains.js'
import { endpoint } from '../helpers/targets.js'
import { ADDRESS, configOf, factsOf, report } from './facts.js'

const host = (name: string) => `${name}.example.com`
const listOf = (names: string) => configOf([...names].map(host))

/** The second of two shares of a, b, c and d: b sends its leaf alone. */
async function share(): Promise<Facts> {
  const leafOnly = endpoint(ADDRESS, { chains: [chainFact([issue({ names: [host('b')] })])] })
  const whole = await factsOf(listOf('abcd'), { [host('b')]: [leafOnly] })
  const targets = whole.targets.filter((_, index) => index % 2 === 1)
  return { ...whole, targets, shard: { index: 2, count: 2 } }
}

const judged = async (names: string) => report(underConfig(await share(), listOf(names)))
const hosts = ({ targets }: { targets: readonly { host: string }[] }) =>
  targets.map((target) => target.host[0]).join('')

describe('facts of a share', () => {
  test('under their own list: the control', async () => {
    const made = await judged('abcd')
    expect([hosts(made), made.exitCode]).toEqual(['bd', 1])
  })
  test.each([
    ['bd', 'bd'],
    ['b', 'b'],
    ['bdac', 'bd'],
  ])('under the list %s: %s is judged, the rest was left to the other share', async (names, own) => {
    const made = await judged(names)
    expect([hosts(made), made.exitCode]).toEqual([own, 1])
  })
  test('a host that their list did not hold is unknown by name, and hides nothing', async () => {
    const made = await report(underConfig(await share(), listOf('nabcd')), { allowUnknown: true })
    expect([hosts(made), made.exitCode]).toEqual(['nbd', 1])
    expect(made.targets[0]?.verdicts['wechat-android']).toBe('unknown')
    const alone = await judged('nd')
    expect([hosts(alone), alone.exitCode]).toEqual(['nd', 3])
  })
  test('for fewer platforms hold the same targets', async () => {
    const narrowed = await forPlatforms(await share(), ['wechat-ios'])
    expect(hosts(narrowed ?? { targets: [] })).toBe('bd')
  })
  test('of which one was cut out are unknown', async () => {
    const facts = await share()
    const read = await readFacts(saveFacts({ ...facts, targets: facts.targets.slice(1) }))
    expect(await report(read as Facts)).toMatchObject({ exitCode: 3 })
  })
  test('of a share beyond the last are refused', async () => {
    const read = await readFacts(
      saveFacts({ ...(await share()), targets: [], shard: { index: 3, count: 2 } }),
    )
    expect(read).toEqual({ fault: 'shape', place: 'shard.index' })
  })
})
