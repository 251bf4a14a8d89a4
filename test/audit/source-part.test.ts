/** A scan among the facts: judged with them, saved with them, judged again. */
import { expect, test } from 'vitest'
import { emptyFacts, forPlatforms, judge, readFacts, saveFacts, underConfig } from '../../src/audit/index.js'
import type { Facts } from '../../src/audit/types.js'
import { auditConfig } from '../../src/config/index.js'
import type { ProjectFacts } from '../../src/facts/index.js'
import { callFact, projectFacts } from './scan-facts.js'

const PLACE = { file: 'a.js', line: 1, column: 1 }
const SETTINGS = { at: Date.parse('2026-11-20T00:00:00Z'), language: 'en' } as const

function configOf(...domains: string[]) {
  const made = auditConfig(domains)
  if ('problems' in made) throw new Error('no config')
  return made.config
}

function facts(part: Partial<NonNullable<Facts['project']>>, ...domains: string[]): Facts {
  const config = configOf(...domains)
  return {
    ...emptyFacts(config, { fetch: false }),
    project: { folder: 'app', compared: true, alone: true, facts: projectFacts(), ...part },
  }
}

const calling = (...urls: (string | null)[]) => projectFacts({ calls: urls.map((url) => callFact(url)) })
const failed = ({ config }: Awaited<ReturnType<typeof judge>>) =>
  config.filter(({ status, level }) => status !== 'pass' && status !== 'not-applicable' && level === 'error')

test('what is listed passes; the lists alone are judged by nothing else', async () => {
  const report = await judge(
    facts({ facts: calling('https://api.example.com/x') }, 'api.example.com'),
    SETTINGS,
  )
  expect(report).toMatchObject({ exitCode: 0, targets: [] })
  expect(report.scan).toMatchObject({ folder: 'app', compared: true, calls: { found: 1, resolved: 1 } })
  expect(new Set(report.config.map(({ rule }) => rule.split('/')[0]))).toEqual(new Set(['project']))
})

test('what is not listed fails at its place', async () => {
  const report = await judge(
    facts({ facts: calling('https://new.example.com/x') }, 'api.example.com'),
    SETTINGS,
  )
  expect(report.exitCode).toBe(1)
  expect(failed(report)).toMatchObject([
    { rule: 'project/unlisted-domain', status: 'fail', entry: { file: 'a.js', line: 2 } },
  ])
})

test('only what could not be determined: undetermined, unless that is allowed', async () => {
  const open = facts({ facts: calling(null, 'https://api.example.com') }, 'api.example.com')
  expect(await judge(open, SETTINGS)).toMatchObject({ exitCode: 3, verdict: 'unknown' })
  expect(await judge(open, { ...SETTINGS, allowUnknown: true })).toMatchObject({ exitCode: 0 })
})

test('without a config nothing is called unlisted', async () => {
  const bare = facts({ compared: false, facts: calling('https://api.example.com') }, 'example.com')
  const report = await judge({ ...bare, config: { ...bare.config, entries: [] } }, SETTINGS)
  expect(failed(report).filter(({ status }) => status === 'fail')).toEqual([])
  expect(report).toMatchObject({ exitCode: 3, verdict: 'unknown', scan: { compared: false } })
  expect(report.config).toContainEqual(
    expect.objectContaining({ rule: 'audit/complete', status: 'unknown', level: 'error' }),
  )
  const http = facts({ compared: false, facts: calling('http://api.example.com') }, 'example.com')
  expect((await judge(http, SETTINGS)).exitCode).toBe(1)
})

test('beside servers both count', async () => {
  const config = configOf('api.example.com')
  const both = underConfig(
    facts({ alone: false, facts: calling('https://new.example.com') }, 'api.example.com'),
    config,
  )
  const report = await judge(both, SETTINGS)
  expect(report.targets).toHaveLength(1)
  expect(report.exitCode).toBe(1)
  const fine = await judge(
    { ...both, project: { ...project(both), facts: calling('https://api.example.com') } },
    SETTINGS,
  )
  expect(fine.exitCode).toBe(3)
})

function project({ project }: Facts): NonNullable<Facts['project']> {
  if (!project) throw new Error('no scan')
  return project
}

test('saved facts carry it, and read back the same', async () => {
  const own = facts(
    {
      facts: projectFacts({
        calls: [
          callFact('https://new.example.com', {
            methods: [{ text: 'get', place: { file: 'a.js', line: 1, column: 1 } }],
            headers: [{ name: 'Referer', place: { file: 'a.js', line: 1, column: 1 } }],
          }),
          callFact(null),
        ],
        passedOver: [
          { file: 'b.js', reason: 'syntax', line: 1, column: 1 },
          { file: 'c.js', reason: 'outside' },
        ],
        settings: [
          {
            place: { file: 'project.config.json', line: 1, column: 1 },
            ...{ key: 'urlCheck', name: 'setting.urlCheck', value: false },
          },
        ],
        resources: [
          {
            place: { file: 'a.wxml', line: 1, column: 1 },
            tag: 'image',
            url: 'https://img.example.com/a.png',
          },
        ],
        secrets: [{ place: { file: 'a.js', line: 9, column: 1 }, kind: 'app-secret', text: 'ab…yz' }],
      }),
    },
    'api.example.com',
  )
  const again = await readFacts(saveFacts(own))
  expect(again).toEqual(own)
  expect(await judge(again as Facts, SETTINGS)).toEqual(await judge(own, SETTINGS))
})

test.each([
  ['a call that is none', { calls: [{ api: 'request' }] }, 'project.facts.calls.0.place'],
  ['an API there is not', { calls: [{ ...callFact(null), api: 'ftp' }] }, 'project.facts.calls.0.api'],
  ['no list', { secrets: {} }, 'project.facts.secrets'],
])('saved facts with %s are refused', async (_, part, place) => {
  const own = facts({}, 'api.example.com')
  const wrong = { ...own, project: { ...project(own), facts: { ...projectFacts(), ...part } } }
  expect(await readFacts(JSON.stringify(wrong))).toEqual({ fault: 'shape', place })
})

test('judged again under a config: no server comes in, and there is something to compare with', async () => {
  const bare = facts({ compared: false, facts: calling('https://new.example.com') }, 'example.com')
  const again = underConfig(bare, configOf('api.example.com'))
  expect(again).toMatchObject({ targets: [], project: { compared: true } })
  expect((await judge(again, SETTINGS)).exitCode).toBe(1)
  const phones = await forPlatforms({ ...bare, config: { ...bare.config, entries: [] } }, ['alipay-ios'])
  expect(phones?.config.platforms).toEqual(['alipay-ios'])
})

function unlisted(part: Partial<ProjectFacts>): Facts {
  const bare = facts({ facts: projectFacts(part) }, 'example.com')
  return { ...bare, config: { ...bare.config, platforms: ['wechat-ios'], entries: [] } }
}
const openGaps = ({ config }: Awaited<ReturnType<typeof judge>>) =>
  config.filter(({ rule, status }) => rule === 'audit/complete' && status === 'unknown')

test('no list fits a source that was read and asks nobody', async () => {
  for (const families of [['wechat'], []] as const) {
    const report = await judge(unlisted({ families: [...families] }), SETTINGS)
    expect(openGaps(report)).toEqual([])
    expect(report.exitCode).toBe(0)
  }
})

test.each([
  ['nothing was read', { filesRead: 0 }],
  ['a page is shown', { resources: [{ place: PLACE, tag: 'web-view', url: 'https://www.example.com' }] }],
  ['a client shows no call', { silentClients: [{ place: PLACE, name: 'axios' }] }],
  ['it is built for another platform', { families: ['alipay'] }],
] as [string, Partial<ProjectFacts>][])('no list at all stays open where %s', async (_, part) => {
  const report = await judge(unlisted(part), SETTINGS)
  expect(openGaps(report)).not.toEqual([])
  expect(report.exitCode).toBe(3)
})

test.each([
  ['is open', { calls: [callFact(null)] }, 3],
  ['goes to a server', calling('https://api.example.com'), 1],
] as [string, Partial<ProjectFacts>, number][])(
  'that a call %s says what no list says',
  async (_, part, exitCode) => {
    const own = unlisted(part)
    const report = await judge(own, SETTINGS)
    expect(openGaps(report)).toEqual([])
    expect(report.exitCode).toBe(exitCode)
    const silent = {
      ...own,
      config: { ...own.config, rules: { 'project/unlisted-domain': { level: 'off' as const } } },
    }
    expect(openGaps(await judge(silent, SETTINGS))).not.toEqual([])
  },
)
