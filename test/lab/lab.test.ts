/** Each of 23 defects is named by its own rule, the two servers in order pass, and the exit status says so. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../src/types.js'
import { hefa } from '../cli/hefa.js'
import { nginxPath } from '../helpers/nginx.js'
import { comparison, type Outcome } from './comparison.js'
import { CA, LAB, type LabCase } from './servers.js'

const PAGES = { en: 'comparison.md', zh: 'comparison.zh-CN.md' } as const
const folder = mkdtempSync(join(tmpdir(), 'hefa-lab-'))
const ca = join(folder, 'ca.pem')
const outcomes = new Map<string, Outcome>()

beforeAll(() => writeFileSync(ca, CA))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function audit(one: LabCase): Promise<{ report: Report; status: number | null }> {
  const { places, close } = await one.start()
  try {
    const [{ host, port }] = places as [(typeof places)[0]]
    const addresses = places.map(({ address }) => address).join(',')
    const { stdout, status } = await hefa([
      ...['audit', `${host}:${port}`, '--resolve', `${host}:${port}:${addresses}`],
      ...['--ca', ca, '--format', 'json', '--timeout', '20'],
    ])
    return { report: JSON.parse(stdout) as Report, status }
  } finally {
    await close()
  }
}

describe.skipIf(!nginxPath())('the lab', () => {
  test.each(LAB.map((one) => [one.id, one.what, one] as const))('%s: %s', async (id, _, one) => {
    const { report, status } = await audit(one)
    const { named } = one
    const found = report.targets
      .flatMap(({ results }) => results)
      .filter(({ rule, evidence, status: is }) => {
        return is === 'fail' && rule === named?.rule && evidence?.reason === named.reason
      })
    outcomes.set(id, { named: found.length > 0, rule: named?.rule ?? null, status: status ?? -1 })
    if (named) {
      expect(found.map(({ evidence }) => evidence)).toContainEqual(
        expect.objectContaining(deep(named.evidence)),
      )
    } else {
      expect(Object.values(report.verdicts)).toEqual(['pass', one.android ?? 'pass', 'pass'])
    }
    expect(loudRules(report).filter((rule) => rule !== named?.rule)).toEqual([])
    expect(status).toBe(one.status)
  })

  test.each(['en', 'zh'] as const)(
    'docs/comparison says what was found: %s (HEFA_WRITE=1 writes it)',
    (language) => {
      const file = join(import.meta.dirname, '../../docs', PAGES[language])
      const page = comparison(LAB, outcomes, language)
      if (process.env.HEFA_WRITE) writeFileSync(file, page)
      expect(readFileSync(file, 'utf8')).toBe(page)
    },
  )
})

/** Rules with an error: whatever else makes the run fail would hide whether the defect alone does. */
function loudRules({ config, targets }: Report): string[] {
  const results = [...config, ...targets.flatMap((target) => target.results)]
  const loud = results.filter(({ level, status }) => level === 'error' && status !== 'pass')
  return [
    ...new Set(
      loud.filter(({ status }) => status === 'fail' || status === 'unknown').map(({ rule }) => rule),
    ),
  ]
}

/** Lists match when each element holds what is asked of it. */
function deep(wanted: object = {}): object {
  const part = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(part)
    return value !== null && typeof value === 'object' ? expect.objectContaining(value) : value
  }
  return Object.fromEntries(Object.entries(wanted).map(([key, value]) => [key, part(value)]))
}
