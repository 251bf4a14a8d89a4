import { describe, expect, test } from 'vitest'
import type { Config } from '../../src/config/types.js'
import type { Entry } from '../../src/types.js'
import { authority, chainFact, DAY, issue, NOW } from '../helpers/chains.js'
import { closedPort, endpoint, everyHello, silent, unconnected } from '../helpers/targets.js'
import { ADDRESS, configOf, errors, factsOf, report, troubles } from './facts.js'

const HOST = 'api.example.com'
const entry = (api: Entry['api'], text: string, more: Partial<Entry> = {}): Entry => ({
  family: 'wechat',
  api,
  text,
  ...more,
})
const withEntries = (entries: Entry[], more: Partial<Config> = {}) =>
  configOf(['x.example.com'], { entries, ...more })

const expired = endpoint(ADDRESS, {
  chains: [
    chainFact([
      issue({ names: [HOST], notBefore: new Date(NOW - 90 * DAY), notAfter: new Date(NOW - DAY) }),
      authority.intermediate,
    ]),
  ],
})
const mute = endpoint(ADDRESS, { connect: unconnected, handshakes: everyHello(unconnected) })
const closed = endpoint(ADDRESS, { connect: closedPort, handshakes: everyHello(closedPort) })

describe('a target', () => {
  test('where everything is right passes everywhere', async () => {
    const made = await report(await factsOf(configOf([HOST])))
    expect(errors([...made.config, ...made.targets.flatMap(({ results }) => results)])).toEqual([])
    expect(made).toMatchObject({ verdict: 'pass', exitCode: 0, at: '2026-11-20T12:00:00.000Z' })
    expect(made.verdicts).toEqual({
      'wechat-ios': 'pass',
      'wechat-android': 'pass',
      'wechat-devtools': 'pass',
    })
    expect(made.targets[0]).toMatchObject({
      host: HOST,
      port: 443,
      scheme: 'https',
      addresses: [{ address: ADDRESS, family: 4, state: 'answered' }],
      certificate: { names: [HOST], daysLeft: 89 },
      trust: { ios: { root: expect.stringContaining('Test Root CA') } },
    })
    expect(made.targets[0]?.chain?.map(({ sent }) => sent)).toEqual([true, true])
  })
  test('whose certificate expired fails', async () => {
    const made = await report(await factsOf(configOf([HOST]), { [HOST]: [expired] }))
    expect(errors(made.targets[0]?.results ?? [])).toEqual(['fail error certificate/validity'])
    expect(made).toMatchObject({ verdict: 'fail', exitCode: 1 })
  })
  test('that is silent is unknown', async () => {
    const facts = await factsOf(configOf([HOST]), { [HOST]: [mute] })
    expect(await report(facts)).toMatchObject({ verdict: 'unknown', exitCode: 3 })
    expect(await report(facts, { allowUnknown: true })).toMatchObject({ verdict: 'unknown', exitCode: 0 })
    const [target] = (await report(facts)).targets
    expect(target?.addresses).toEqual([{ address: ADDRESS, family: 4, state: 'silent' }])
    expect(target?.certificate).toBeUndefined()
  })
  test('that refuses fails, and nothing else is said of it', async () => {
    const made = await report(await factsOf(configOf([HOST]), { [HOST]: [closed] }))
    expect(errors(made.targets[0]?.results ?? [])).toEqual(['fail error tls/reachable'])
    expect(made.targets[0]?.addresses?.[0]?.state).toBe('refused')
  })
  test('without a name fails', async () => {
    const made = await report(await factsOf(configOf([HOST]), { [HOST]: [] }))
    expect(errors(made.targets[0]?.results ?? [])).toEqual(['fail error dns/resolves'])
  })
  test('that fails outweighs one that is unknown', async () => {
    const facts = await factsOf(configOf([HOST, 'b.example.com']), {
      [HOST]: [expired],
      'b.example.com': [mute],
    })
    const made = await report(facts)
    expect(made.targets.map(({ verdicts }) => verdicts['wechat-ios'])).toEqual(['fail', 'unknown'])
    expect(made).toMatchObject({ verdict: 'fail', exitCode: 1 })
    expect(await report(facts, { allowUnknown: true })).toMatchObject({ exitCode: 1 })
  })
})

describe('--fail-on warning', () => {
  const soon = endpoint(ADDRESS, {
    chains: [
      chainFact([
        issue({ names: [HOST], notBefore: new Date(NOW - 80 * DAY), notAfter: new Date(NOW + 9 * DAY) }),
        authority.intermediate,
      ]),
    ],
  })
  test.each([
    ['error', 'warn', 0],
    ['warning', 'fail', 1],
  ] as const)('%s: %s', async (failOn, verdict, exitCode) => {
    const made = await report(await factsOf(configOf([HOST]), { [HOST]: [soon] }), { failOn })
    expect(troubles(made.targets[0]?.results ?? [])).toContain('fail warning certificate/expires-soon')
    expect(made).toMatchObject({ verdict, exitCode })
  })
  test('a silence that is worth a warning stays one', async () => {
    const facts = await factsOf(configOf([HOST]))
    const open = facts.targets.map((target) => ({
      ...target,
      endpoints: target.endpoints.map((one) => ({ ...one, handshakes: { ...one.handshakes, ssl3: silent } })),
    }))
    expect(await report({ ...facts, targets: open }, { failOn: 'warning' })).toMatchObject({
      verdict: 'pass',
      exitCode: 0,
    })
  })
})

describe('overrides', () => {
  test.each([
    // What is over is still over soon: another rule says so.
    [{ level: 'off' as const }, 'warn', []],
    [{ level: 'warning' as const }, 'warn', ['fail warning certificate/validity']],
    [{ level: 'info' as const }, 'pass', ['fail info certificate/validity']],
  ])('%j', async (setting, verdict, told) => {
    const config = configOf([HOST], { rules: { 'certificate/validity': setting } })
    const made = await report(await factsOf(config, { [HOST]: [expired] }))
    expect(made.verdict).toBe(verdict)
    expect(troubles(made.targets[0]?.results ?? []).filter((one) => one.includes('validity'))).toEqual(told)
  })
})

describe('waivers', () => {
  const waiver = { rule: 'certificate/validity', host: HOST, until: '2026-12-31', reason: 'moves' }
  const waived = async (change: Partial<typeof waiver>, at = NOW, endpoints = [expired]) => {
    const config = configOf([HOST], { waivers: [{ ...waiver, ...change }] })
    return report(await factsOf(config, { [HOST]: endpoints }), { at })
  }
  const atNewYear = Date.parse('2027-01-01T00:00:00Z')

  test('a waived failure is reported as waived, with the reason, and changes no verdict', async () => {
    const made = await waived({})
    expect(made).toMatchObject({ verdict: 'pass', exitCode: 0 })
    const result = made.targets[0]?.results.find(({ rule }) => rule === 'certificate/validity')
    expect(result).toMatchObject({
      status: 'waived',
      level: 'error',
      evidence: { reason: 'expired', waiver: { reason: 'moves', until: '2026-12-31' } },
    })
    expect(result?.message).toBeTruthy()
  })
  test.each([
    ['to the end of its day in UTC', atNewYear - 1, 'waived'],
    ['and not a moment longer', atNewYear, 'fail'],
  ])('%s', async (_, at, status) => {
    const made = await waived({}, at)
    expect(made.targets[0]?.results.find(({ rule }) => rule === 'certificate/validity')?.status).toBe(status)
  })
  test('one past at --at doesn’t apply', async () => {
    expect((await waived({ until: '2026-11-19' })).verdict).toBe('fail')
    expect((await waived({ until: '2026-11-20' })).verdict).toBe('pass')
  })
  test.each([[{ rule: 'certificate/trusted' }], [{ host: 'other.example.com' }], [{ host: 'example.com' }]])(
    'one for something else doesn’t: %j',
    async (change) => expect((await waived(change)).verdict).toBe('fail'),
  )
  test('the host may be written in any case', async () => {
    expect((await waived({ host: 'API.Example.com' })).verdict).toBe('pass')
  })
  test('an unknown is waived too', async () => {
    const made = await waived({ rule: 'tls/version' }, NOW, [mute])
    const [target] = made.targets
    expect(target?.results.filter(({ rule }) => rule === 'tls/version').map(({ status }) => status)).toEqual([
      'waived',
    ])
    expect(made.verdict).toBe('unknown')
  })
  test('what passed is not', async () => {
    const made = await waived({ rule: 'tls/version' })
    expect(made.targets[0]?.results.find(({ rule }) => rule === 'tls/version')?.status).toBe('pass')
  })
})

describe('entries that give no target', () => {
  test.each([
    [
      'another scheme',
      entry('request', `http://${HOST}`, { file: 'hefa.config.json', line: 4, column: 9 }),
      'domain/scheme',
    ],
    ['a socket scheme in request', entry('request', `wss://${HOST}`), 'domain/scheme'],
    ['no host', entry('request', 'https://'), 'domain/syntax'],
  ])('%s', async (_, stray, rule) => {
    const made = await report(await factsOf(withEntries([stray, entry('request', `https://${HOST}`)])))
    expect(made.targets.map(({ host }) => host)).toEqual([HOST])
    const told = made.config.filter((result) => result.entry !== undefined)
    expect(told.map((result) => [result.rule, result.status, result.level])).toContainEqual([
      rule,
      'fail',
      'error',
    ])
    expect(told.every((result) => JSON.stringify(result.entry) === JSON.stringify(stray))).toBe(true)
    expect(made).toMatchObject({ verdict: 'fail', exitCode: 1 })
    expect(errors(made.targets[0]?.results ?? [])).toEqual([])
  })
  test('are reported when there is no target at all', async () => {
    const made = await report(await factsOf(withEntries([entry('request', `http://${HOST}`)])))
    expect(made.targets).toEqual([])
    expect(made).toMatchObject({ verdict: 'fail', exitCode: 1 })
  })
  test('can be waived', async () => {
    const waivers = [{ rule: 'domain/scheme', host: HOST, until: '2026-12-31', reason: 'known' }]
    const made = await report(await factsOf(withEntries([entry('request', `http://${HOST}`)], { waivers })))
    expect(made.config.filter(({ rule }) => rule === 'domain/scheme').map(({ status }) => status)).toEqual([
      'waived',
    ])
  })
})

test('an address as host fails, with its entry', async () => {
  const ip = entry('request', 'https://93.184.216.34')
  const made = await report(await factsOf(withEntries([ip])))
  const all = [...made.config, ...made.targets.flatMap(({ results }) => results)]
  const told = all.filter(({ rule, status }) => rule === 'domain/ip-address' && status === 'fail')
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject({ level: 'error', entry: ip })
  expect(made.verdict).toBe('fail')
})

describe('whole lists', () => {
  const many = Array.from({ length: 21 }, (_, index) => entry('request', `https://h${index}.example.com`))
  test('too many entries: an error of the config, not of a target', async () => {
    const made = await report(await factsOf(withEntries(many)))
    expect(errors(made.config)).toEqual(['fail error domain/limit'])
    expect(made).toMatchObject({ verdict: 'fail', exitCode: 1 })
    expect(made.targets.flatMap(({ results }) => errors(results))).toEqual([])
  })
  test('just enough', async () => {
    const made = await report(await factsOf(withEntries(many.slice(1))))
    expect(errors(made.config)).toEqual([])
    expect(made.config.find(({ rule }) => rule === 'domain/limit')?.status).toBe('pass')
  })
  test('a finding about one host is waived by that host', async () => {
    const icp = { 'example.com': '京ICP备12号' }
    const of = async (host: string) => {
      const waivers = [{ rule: 'domain/icp-filing', host, until: '2026-12-31', reason: 'being filed' }]
      const made = await report(await factsOf(configOf([HOST], { icp, waivers })))
      return made.config.filter(({ rule }) => rule === 'domain/icp-filing').map(({ status }) => status)
    }
    expect(await of('example.com')).toEqual(['waived'])
    expect(await of(HOST)).toEqual(['waived'])
    expect(await of('example.net')).toEqual(['fail'])
  })
})

describe('targets', () => {
  test('stand in the order of the config', async () => {
    const made = await report(
      await factsOf(configOf(['b.example.com', 'wss://c.example.com', 'a.example.com:8443'])),
    )
    expect(made.targets.map(({ scheme, host, port }) => `${scheme}://${host}:${port}`)).toEqual([
      'https://b.example.com:443',
      'wss://c.example.com:443',
      'https://a.example.com:8443',
    ])
  })
  test('https and wss of one host are two, with the same observations', async () => {
    const made = await report(await factsOf(configOf([HOST, `wss://${HOST}`]), { [HOST]: [expired] }))
    expect(made.targets.map(({ scheme }) => scheme)).toEqual(['https', 'wss'])
    expect(made.targets.map(({ results }) => errors(results))).toEqual(
      Array(2).fill(['fail error certificate/validity']),
    )
    expect(made.targets[0]?.certificate).toEqual(made.targets[1]?.certificate)
  })
  test('an entry of two APIs is one target', async () => {
    const made = await report(
      await factsOf(
        withEntries([entry('request', `https://${HOST}`), entry('uploadFile', `https://${HOST}`)]),
      ),
    )
    expect(made.targets).toHaveLength(1)
    expect(made.targets[0]?.entries.map(({ api }) => api)).toEqual(['request', 'uploadFile'])
  })
  test('udp and tcp are judged by their entries only', async () => {
    const entries = [entry('udp', `udp://${HOST}`), entry('tcp', `tcp://${HOST}`)]
    const made = await report(await factsOf(withEntries(entries)))
    expect(made.targets.map(({ scheme }) => scheme)).toEqual(['udp', 'tcp'])
    for (const { results, addresses, chain } of made.targets) {
      expect(results.length).toBeGreaterThan(0)
      expect(results.every(({ rule }) => rule.startsWith('domain/'))).toBe(true)
      expect([addresses, chain]).toEqual([undefined, undefined])
    }
    // Nothing was looked at of them.
    expect(made.exitCode).toBe(3)
    expect(made.config.map(({ evidence }) => evidence)).toContainEqual(
      expect.objectContaining({ reason: 'not-probed', count: 2 }),
    )
  })
  test('udp beside servers that were looked at leaves nothing open', async () => {
    const made = await report(
      await factsOf(withEntries([entry('udp', `udp://${HOST}`), entry('request', `https://${HOST}`)])),
    )
    expect(made.config.filter(({ rule }) => rule === 'audit/complete')).toEqual([])
    expect(made.exitCode).toBe(0)
  })
  test('a family hears of its own entries only', async () => {
    const config = withEntries(
      [
        entry('request', `https://${HOST}`),
        { ...entry('request', 'https://pay.example.com'), family: 'alipay' },
      ],
      { platforms: ['wechat-ios', 'alipay-ios'] },
    )
    const made = await report(await factsOf(config, { 'pay.example.com': [closed] }))
    expect(made.targets.map(({ verdicts }) => verdicts)).toEqual([
      { 'wechat-ios': 'pass' },
      { 'alipay-ios': 'fail' },
    ])
    expect(made.verdicts).toEqual({ 'wechat-ios': 'pass', 'alipay-ios': 'fail' })
  })
})

describe('facts are plain JSON', () => {
  test.each([
    ['right', {}],
    ['expired', { [HOST]: [expired] }],
    ['silent', { [HOST]: [mute] }],
  ])('saved and read again they give the same report: %s', async (_, endpoints) => {
    const facts = await factsOf(configOf([HOST, `wss://${HOST}`, 'b.example.com']), endpoints)
    const first = await report(facts)
    expect(await report(JSON.parse(JSON.stringify(facts)))).toEqual(first)
    expect(JSON.parse(JSON.stringify(first))).toEqual(first)
  })
  test('and another one at another instant', async () => {
    const facts = await factsOf(configOf([HOST]))
    expect(await report(facts, { at: NOW + 90 * DAY })).toMatchObject({ verdict: 'fail' })
    expect(await report(facts, { at: NOW - 2 * DAY })).toMatchObject({ verdict: 'fail' })
  })
})

test.each(['en', 'zh'] as const)(
  'every failure and unknown has words and a sentence behind it: %s',
  async (language) => {
    const facts = await factsOf(configOf([HOST, 'b.example.com', 'c.example.com', 'http://d.example.com']), {
      [HOST]: [expired],
      'b.example.com': [mute],
      'c.example.com': [closed],
    })
    const made = await report(facts, { language })
    const all = [...made.config, ...made.targets.flatMap(({ results }) => results)]
    for (const { rule, status, message, reference } of all) {
      expect(message, `${rule} ${status}`).toBeTruthy()
      expect(message).not.toMatch(/undefined|\[object|NaN/)
      expect(reference?.quote || reference?.basis === 'advised', rule).toBeTruthy()
    }
  },
)

describe('a fault that is left to a rule which is made light of', () => {
  const dead = { connect: { kind: 'refused', by: 'connection' } as const, handshakes: {}, chains: [] }
  const judged = async (setting: object) => {
    const config = configOf([HOST], { rules: { 'tls/reachable': setting } })
    const made = await report(await factsOf(config, { [HOST]: [{ ...expired, ...dead }] }))
    const gaps = made.targets[0]?.results.filter(
      ({ rule, status }) => rule === 'audit/complete' && status === 'unknown',
    )
    return {
      exit: made.exitCode,
      gaps: gaps?.map(({ platforms, evidence }) => [platforms.length, evidence?.rules]),
    }
  }

  test.each([{ level: 'warning' }, { level: 'info' }, { level: 'off' }, { levels: { refused: 'warning' } }])(
    '%j is undetermined, once',
    async (setting) => {
      const { exit, gaps } = await judged(setting)
      expect(exit).toBe(3)
      expect(gaps).toHaveLength(1)
      expect(gaps?.[0]?.[0]).toBe(3)
      expect(gaps?.[0]?.[1]).toContain('tls/reachable')
    },
  )

  test('an error stays one', async () => {
    expect(await judged({ level: 'error' })).toEqual({ exit: 1, gaps: [] })
  })
})
