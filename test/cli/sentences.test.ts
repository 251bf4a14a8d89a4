/** A sentence that throws ends no run: it is named, the other findings are reported, and the exit status is as they demand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textsOf } from '../../rules/texts/index.js'
import { type Demo, startDemo } from '../../src/demo/index.js'
import { FORMATS } from '../../src/report/index.js'
import { folder } from './hefa.js'
import { inProcess } from './in-process.js'

const NAMES = Object.keys(FORMATS)
/** OpenMetrics holds numbers and names, SARIF no sentence of what passed. */
const SILENT = ['openmetrics']
const RULE = 'certificate/chain-complete'

let demo: Demo
let place: string
const hosts = ['api', 'no-intermediate', 'expired']
const targets = () => demo.targets.filter(({ host }) => hosts.includes(host.split('.')[0] ?? ''))

beforeAll(async () => {
  demo = await startDemo()
  place = await folder({ 'root.pem': demo.ca })
  const throws = () => {
    throw new Error('no words for it')
  }
  for (const language of ['en', 'zh'] as const) {
    const text = (await textsOf(language)).rules[RULE]
    if (!text?.reasons.missing) throw new Error('no such sentence')
    const { missing } = text.reasons
    const [pass, message, fix] = [text.pass, missing.message, missing.fix]
    restoring.push(
      () => Object.assign(text, { pass }),
      () => Object.assign(missing, { message, fix }),
    )
    text.pass = throws
    text.reasons.missing.message = throws
    text.reasons.missing.fix = throws
  }
})
/** Other files of the same worker say the same sentences. */
const restoring: (() => void)[] = []
afterAll(() => {
  for (const restore of restoring) restore()
  return demo.close()
})

describe.each(['en', 'zh'] as const)('%s', (language) => {
  test('every format', async () => {
    const outputs = NAMES.flatMap((name) => ['--format', name, '--output', `${language}.${name}`])
    const domains = targets().map(({ host, port }) => `${host}:${port}`)
    const resolve = domains.flatMap((one) => ['--resolve', `${one}:127.0.0.1`])
    const flags = ['--ca', 'root.pem', '--timeout', '2', '--lang', language, '--verbose']
    const ran = await inProcess(['audit', ...domains, ...resolve, ...flags, ...outputs], { cwd: place })
    expect(ran.status, ran.stderr).toBe(1)
    for (const name of NAMES) {
      const text = readFileSync(join(place, `${language}.${name}`), 'utf8')
      for (const rule of [RULE, 'certificate/validity', 'domain/port']) expect(text, name).toContain(rule)
      for (const { host } of targets()) expect(text, name).toContain(host)
      if (SILENT.includes(name)) continue
      // The sentence: its rule, its reason, and what became of it.
      expect(text, name).toMatch(new RegExp(`${RULE}(?::|：|&#58;|%3A) ?missing`))
      expect(text, name).toContain('no words for it')
    }
    const report = JSON.parse(readFileSync(join(place, `${language}.json`), 'utf8'))
    const of = (host: string, rule: string) =>
      report.targets
        .find((one: { host: string }) => one.host.startsWith(`${host}.`))
        .results.filter((one: { rule: string }) => one.rule === rule)
    expect(of('no-intermediate', RULE)).toContainEqual(
      expect.objectContaining({ status: 'fail', level: 'error' }),
    )
    expect(of('expired', 'certificate/validity')[0].message).toMatch(
      language === 'en' ? /expired on/ : /过期/,
    )
    expect(of('api', RULE)[0]).toMatchObject({ status: 'pass' })
  })
})
