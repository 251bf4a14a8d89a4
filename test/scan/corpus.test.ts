/** Every project of the corpus is scanned and must give what its listing says: no more, no less. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { scanProject } from '../../src/scan/index.js'
import { findingLines, findingsOf } from './corpus-findings.js'
import { linesOf, sweptLines } from './corpus-lines.js'
import { type Count, countOf, precisionPage, summary } from './corpus-precision.js'
import { readCorpus, writeProject } from './corpus-project.js'

/** Begins the part that bench/scan-projects.mjs makes. */
const PROJECTS = '\n## Real projects\n'
const PAGE = join(import.meta.dirname, '../../docs/scan-precision.md')
const corpus = readCorpus()
const counts: Count[] = []
const folder = mkdtempSync(join(tmpdir(), 'hefa-corpus-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the corpus', () => {
  test('has at least 60 projects', () => expect(corpus.length).toBeGreaterThanOrEqual(60))

  test.each(corpus.map((one) => [`${one.group}/${one.name}`, one.what, one] as const))(
    '%s: %s',
    async (name, _, one) => {
      const root = writeProject(one, join(folder, name))
      const facts = await scanProject(root)
      counts.push(countOf(one, facts))
      const named = one.files.some(({ path }) => path === 'hefa.config.json')
      const findings = await findingsOf(facts, root, named)
      const swept = one.swept ? sweptLines(facts) : []
      const lines = [...linesOf(facts), ...swept, ...(one.judged ? findingLines(findings) : [])].sort()
      expect(lines).toEqual(one.expected)
      for (const line of one.missed) expect(lines).not.toContain(line)
      for (const secret of one.secrets) expect(JSON.stringify([facts, findings])).not.toContain(secret)
    },
  )

  test('nothing is invented, and docs/scan-precision.md says so (HEFA_WRITE=1 writes it)', () => {
    const page = precisionPage(counts)
    console.log(summary(counts))
    // What follows was measured on projects that are not here.
    const written = readFileSync(PAGE, 'utf8')
    const own = written.indexOf(PROJECTS)
    if (process.env.HEFA_WRITE) writeFileSync(PAGE, own < 0 ? page : page + written.slice(own))
    expect(counts.reduce((sum, { invented }) => sum + invented, 0)).toBe(0)
    const after = readFileSync(PAGE, 'utf8')
    expect(after.slice(0, after.indexOf(PROJECTS))).toBe(page)
  })
})
