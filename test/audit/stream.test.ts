/** Names one by one: each judged as it is done, none kept. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditStream, gather, judge, type NameLine, type StreamSetting } from '../../src/audit/index.js'
import { auditConfig } from '../../src/config/index.js'
import {
  type Demo,
  makeCertificate,
  type RunningServer,
  startDemo,
  startServer,
} from '../../src/demo/index.js'
import type { Result, Target } from '../../src/types.js'

const root = makeCertificate({ subject: 'Stream Root', ca: true })
const leaf = makeCertificate({ names: ['*.stream.example'], issuer: root })
let server: RunningServer
let demo: Demo
beforeAll(async () => {
  server = await startServer({ kind: 'tls', leaf, others: [] })
  demo = await startDemo()
})
afterAll(() => Promise.all([server.close(), demo.close()]))

const setting = (more: Partial<StreamSetting> = {}): StreamSetting => ({
  file: 'names',
  at: Date.now(),
  language: 'en',
  fetch: false,
  ca: [root.der.toString('base64')],
  resolve: [{ host: '*', port: server.port, addresses: ['127.0.0.1'] }],
  ...more,
})

async function* lines(texts: Iterable<string>, read?: (line: number) => void): AsyncGenerator<NameLine> {
  let line = 0
  for (const text of texts) {
    line += 1
    read?.(line)
    yield { text, line }
  }
}

const name = (index: number) => `n${index}.stream.example:${server.port}`
const many = (count: number) => Array.from({ length: count }, (_, index) => name(index))

interface Told {
  targets: Target[]
  bad: [number, Result[]][]
  notes: [number, string][]
}

async function run(texts: Iterable<string> | AsyncIterable<NameLine>, more: Partial<StreamSetting> = {}) {
  const told: Told = { targets: [], bad: [], notes: [] }
  const names = Symbol.asyncIterator in texts ? texts : lines(texts)
  const summary = await auditStream(names, setting(more), {
    target: async (target) => void told.targets.push(target),
    bad: ({ line }, results) => void told.bad.push([line, results]),
    note: ({ line }, note) => void told.notes.push([line, note]),
  })
  return { summary, ...told }
}

describe('names', () => {
  test('are judged as an audit of each by itself would', async () => {
    const at = Date.now()
    const { targets, summary } = await run([name(1)], { at })
    const made = auditConfig([name(1)])
    if ('problems' in made) throw new Error('problems')
    const { file: _, ...same } = setting({ at })
    const report = await judge(await gather(made.config, same), same)
    const placeless = ({ entries: _, durationMs: _took, results, ...target }: Target) => ({
      ...target,
      // Waiting times differ, places are only known of lines.
      results: results
        .filter(({ rule }) => !rule.startsWith('http/'))
        .map(({ entry: _entry, ...result }) => result),
    })
    expect(targets.map(placeless)).toEqual(report.targets.map(placeless))
    expect(summary).toMatchObject({ verdict: report.verdict, exitCode: report.exitCode, config: [] })
    expect(targets[0]?.entries[0]).toMatchObject({ file: 'names', line: 1, column: 1 })
  })

  test('that lead nowhere are reported with their line, and fail', async () => {
    const { bad, targets, summary } = await run([name(1), 'http://plain.stream.example', 'wss://'])
    expect(targets).toHaveLength(1)
    expect(bad.map(([line, results]) => [line, results[0]?.rule])).toEqual([
      [2, 'domain/scheme'],
      [3, 'domain/syntax'],
    ])
    expect(summary).toMatchObject({ verdict: 'fail', exitCode: 1 })
    expect(summary?.config.map(({ entry }) => entry?.line)).toEqual(
      bad.flatMap(([line, all]) => all.map(() => line)),
    )
  })

  test('that stand there again are reported and not asked again', async () => {
    const { bad, targets, summary } = await run([name(1), name(2), name(1).toUpperCase()])
    expect(targets).toHaveLength(2)
    expect(bad).toHaveLength(1)
    expect(bad[0]?.[0]).toBe(3)
    expect(bad[0]?.[1]).toMatchObject([{ rule: 'domain/duplicate', status: 'fail', level: 'warning' }])
    expect(summary?.verdict).toBe('warn')
  })

  test('more than any console takes are no finding', async () => {
    const { summary, targets } = await run(many(45), { http: false, clients: 'none' })
    expect(targets).toHaveLength(45)
    expect(summary?.config).toEqual([])
  })

  test('pasted addresses are cut with a note', async () => {
    const { notes } = await run([`https://${name(1)}/v1?x`])
    expect(notes).toMatchObject([[1, expect.stringContaining(`https://${name(1)}`)]])
  })

  test('none at all', async () => {
    expect((await run([])).summary).toBeNull()
  })

  test('the worst of all counts, whatever the order', async () => {
    const { host, port } = demo.targets.find(({ id }) => id === 'expired') ?? { host: '', port: 0 }
    const resolve = [...(setting().resolve ?? []), { host, port, addresses: ['127.0.0.1'] }]
    for (const texts of [
      [`${host}:${port}`, name(1)],
      [name(1), `${host}:${port}`],
    ]) {
      expect((await run(texts, { resolve })).summary).toMatchObject({ verdict: 'fail', exitCode: 1 })
    }
  })
})

describe('shares', () => {
  test('together hold every name once', async () => {
    const hosts = async (index: number) =>
      (await run(many(7), { shard: { index, count: 3 } })).targets.map(({ host }) => host).sort()
    const [one, two, three] = [await hosts(1), await hosts(2), await hosts(3)]
    expect(one).toEqual(['n0.stream.example', 'n3.stream.example', 'n6.stream.example'])
    expect([...one, ...two, ...three].sort()).toEqual(many(7).map((text) => text.split(':')[0]))
  })
})

describe('how fast it reads', () => {
  test('no faster than results are taken', async () => {
    let release = (): void => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let furthest = 0
    let taken = 0
    const names = lines(many(100), (line) => {
      furthest = line
      // Everything that could be read ahead has been: nothing more comes until somebody takes a result.
      if (line === 65) setTimeout(release, 50)
    })
    let atRelease = 0
    void held.then(() => {
      atRelease = furthest
    })
    await auditStream(names, setting({ http: false, clients: 'none' }), {
      target: async () => {
        await held
        taken += 1
      },
      bad: () => {},
      note: () => {},
    })
    expect(taken).toBe(100)
    expect(atRelease).toBeLessThanOrEqual(66)
  })

  test('what goes wrong in taking a result ends it', async () => {
    const names = lines(many(3))
    const broken = auditStream(names, setting(), {
      target: () => Promise.reject(new Error('disk full')),
      bad: () => {},
      note: () => {},
    })
    await expect(broken).rejects.toThrow('disk full')
  })
})

describe('an interruption', () => {
  test('leaves what was under way unknown and reads no further', async () => {
    const abort = new AbortController()
    const silent = demo.targets.find(({ id }) => id === 'silent')
    const resolve = [
      ...(setting().resolve ?? []),
      { host: '*', port: silent?.port ?? 0, addresses: ['127.0.0.1'] },
    ]
    async function* names(): AsyncGenerator<NameLine> {
      yield { text: `slow.stream.example:${silent?.port}`, line: 1 }
      abort.abort()
      yield { text: name(2), line: 2 }
    }
    const { targets, summary } = await run(names(), { signal: abort.signal, resolve })
    expect(targets.map(({ host }) => host)).toEqual(['slow.stream.example'])
    expect(targets[0]?.verdicts['wechat-ios']).toBe('unknown')
    expect(summary).toMatchObject({ verdict: 'unknown', exitCode: 3 })
  })
})

test('an address for a host that no name of the list is', async () => {
  const resolve = [
    { host: '*', port: server.port, addresses: ['127.0.0.1'] },
    { host: 'typo.stream.example', port: server.port, addresses: ['127.0.0.1'] },
  ]
  const { summary } = await run(many(2), { resolve })
  const unused = summary?.config.filter(({ rule, status }) => rule === 'audit/unused' && status === 'fail')
  expect(unused?.map(({ evidence }) => evidence?.key)).toEqual([`typo.stream.example:${server.port}`])
  expect(
    (await run(many(1))).summary?.config.filter(
      ({ rule, status }) => rule === 'audit/unused' && status === 'fail',
    ),
  ).toEqual([])
})

test('of thousands of bad names the first are listed, the others counted', async () => {
  const texts = Array.from({ length: 1100 }, (_, at) => `http://x${at}.stream.example`)
  const { summary, bad } = await run(texts)
  const found = bad.flatMap(([, results]) =>
    results.filter(({ status }) => /^(?:fail|unknown)$/.test(status)),
  )
  expect(bad).toHaveLength(1100)
  expect(summary?.config).toHaveLength(1000)
  expect(1000 + (summary?.scope.notListed ?? 0)).toBeGreaterThanOrEqual(found.length)
  expect(summary?.scope.notListed).toBeGreaterThanOrEqual(100)
  expect(summary?.verdict).toBe('fail')
})
