/**
 * Every quotation stands in the state of the page that it names. Copies of those pages are not part of the project: a
 * clone without them compares each sentence with the fingerprint it had when it was held against the copy. After a
 * change: HEFA_WRITE=1 HEFA_SOURCES=folder[:folder] npx vitest run test/meta/quotations.test.ts
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CLAUSES, RULES } from '../../rules/index.js'
import type { Citation } from '../../src/engine/index.js'
import {
  DOCUMENTS,
  type Document,
  type DocumentId,
  QUOTATIONS,
  type Quotation,
} from '../../src/platforms/demands/index.js'
import { skipped } from '../helpers/tools.js'

interface Held {
  /** SHA-256 of the copy; null where the page was read in place and no copy was kept. */
  copy: string | null
  /** Fingerprints of each sentence, without what copies differ in. */
  sentences: string
}

const RECORD = join(import.meta.dirname, 'quotations.json')
const BESIDE = new URL('../../../shared/sources', import.meta.url).pathname
const FOLDERS = (process.env.HEFA_SOURCES ?? (existsSync(BESIDE) ? BESIDE : '')).split(':').filter(Boolean)
if (FOLDERS.length === 0)
  skipped('no copies of the pages (HEFA_SOURCES): each quotation is compared with its fingerprint alone')
else skipped('pages that were read in place, or of whose state no copy is given')

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')
/** Copies differ in width, marks and spaces. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/:func:|[\s\p{P}\p{S}]/gu, '')
    .toLowerCase()
const fingerprint = (text: string): string => sha256(bare(text)).slice(0, 16)

const documents = Object.entries(DOCUMENTS) as [DocumentId, Document][]
const quotations = Object.values(QUOTATIONS) as Quotation[]
const documentOf = (id: string): Document => new Map<string, Document>(documents).get(id) as Document
const sentencesOf = (id: DocumentId): string[] =>
  quotations.flatMap(({ document, text }) => (document === id && text !== '' ? [text] : []))
const fingerprintsOf = (id: DocumentId): string => sentencesOf(id).map(fingerprint).sort().join(' ')
const copies = new Map(
  FOLDERS.flatMap((folder) =>
    readdirSync(folder).map((file) => {
      const bytes = readFileSync(join(folder, file))
      return [sha256(bytes), bare(bytes.toString('utf8'))] as const
    }),
  ),
)
const missingIn = (copy: string, id: DocumentId): string[] =>
  sentencesOf(id).filter((text) => !copy.includes(bare(text)))

if (process.env.HEFA_WRITE) {
  const before = recorded()
  const taken = new Set(Object.values(before).map(({ copy }) => copy))
  const quoted = documents.map(([id]) => id).filter((id) => sentencesOf(id).length > 0)
  // A copy is that of one document: of the one with most sentences in it.
  const held = quoted
    .toSorted((a, b) => sentencesOf(b).length - sentencesOf(a).length)
    .map((id): [DocumentId, Held] => {
      const found = [...copies].find(([hash, copy]) => !taken.has(hash) && missingIn(copy, id).length === 0)
      const copy = before[id]?.copy ?? found?.[0] ?? null
      taken.add(copy)
      return [id, { copy, sentences: fingerprintsOf(id) }]
    })
    .toSorted(([a], [b]) => quoted.indexOf(a) - quoted.indexOf(b))
  writeFileSync(RECORD, `${JSON.stringify(Object.fromEntries(held), null, 2)}\n`)
}

function recorded(): Record<string, Held> {
  return existsSync(RECORD) ? (JSON.parse(readFileSync(RECORD, 'utf8')) as Record<string, Held>) : {}
}
const RECORDED = recorded()

describe.each(documents)('%s', (id, { url, edition, readOn }) => {
  const sentences = sentencesOf(id)
  const held = RECORDED[id]

  test('is used, and says where and in which state it was read', () => {
    expect(quotations.some(({ document }) => document === id)).toBe(true)
    expect(readOn).toMatch(/^20\d\d-\d\d-\d\d$/)
    if (url !== undefined) expect(new URL(url).protocol).toBe('https:')
    // A page without a date is a page that was read in place, or says so.
    if (edition === undefined) expect(url).toBeDefined()
  })

  test.skipIf(sentences.length === 0)('its sentences are those that were held against it', () => {
    expect(held?.sentences).toBe(fingerprintsOf(id))
  })

  const copy = held?.copy ? copies.get(held.copy) : undefined
  test.skipIf(copy === undefined)('each stands in the copy of that state', () => {
    expect(missingIn(copy ?? '', id)).toEqual([])
  })
})

test('no two states have one copy', () => {
  const used = Object.values(RECORDED).flatMap(({ copy }) => copy ?? [])
  expect(new Set(used).size).toBe(used.length)
})

test.skipIf(FOLDERS.length === 0)(
  'every copy given is that of a document, and has its sentences in it',
  () => {
    const known = new Set(Object.values(RECORDED).map(({ copy }) => copy))
    expect([...copies.keys()].filter((copy) => !known.has(copy))).toEqual([])
  },
)

/** What hefa advises of itself rests on no page. */
const all = Object.entries(CLAUSES).flatMap(([family, list]) =>
  list
    .filter(({ cite }) => cite.basis !== 'advised')
    .map((clause) => ({ ...clause, family, cites: clause.cites ?? {} })),
)

describe('what a clause rests on', () => {
  test('is in the table of quotations', () => {
    const known = new Set(quotations.map(({ document, text }) => key(documentOf(document), text)))
    const strange = all.flatMap(({ rule, cite, cites }) =>
      [cite, ...Object.values(cites)].flatMap((one) =>
        one && !known.has(key(one, one.quote)) ? [`${rule}: ${one.quote}`] : [],
      ),
    )
    expect(strange).toEqual([])
  })

  test('no quotation is left over', () => {
    const used = new Set(
      all.flatMap(({ cite, cites }) =>
        [cite, ...Object.values(cites)].flatMap((one) => (one ? [key(one, one.quote)] : [])),
      ),
    )
    const idle = Object.entries<Quotation>(QUOTATIONS).flatMap(([name, { document, text }]) =>
      used.has(key(documentOf(document), text)) ? [] : [name],
    )
    expect(idle).toEqual([])
  })
  test('names reasons that the rule has', () => {
    for (const { rule, cites } of all) {
      const reasons = Object.keys(RULES.find(({ id }) => id === rule)?.reasons ?? {})
      for (const reason of Object.keys(cites)) expect(reasons, rule).toContain(reason)
    }
  })

  test('is a sentence, but for what was seen in a client', () => {
    for (const { rule, cite, cites } of all) {
      for (const one of [cite, ...Object.values(cites)]) {
        if (one) expect(one.quote === '', rule).toBe(one.basis === 'observed')
      }
    }
  })

  test('of a domain list is reported for every reason at error level, on every platform', () => {
    const silent = all
      .filter(({ rule }) => rule.startsWith('domain/'))
      .flatMap(({ family, rule, level, cites }) =>
        Object.keys(RULES.find(({ id }) => id === rule)?.reasons ?? {})
          .filter((reason) => (typeof level === 'string' ? level : level[reason]) === 'error')
          .filter((reason) => cites[reason] === undefined)
          .map((reason) => `${family} ${rule} ${reason}`),
      )
    expect(silent).toEqual([])
  })

  test('of a port of wss is the sentence about wss', () => {
    const port = all.find(({ family, rule }) => family === 'wechat' && rule === 'domain/port')
    expect(port?.cites['wss-port']?.quote).toContain('对于 wss 域名')
    expect(port?.cites['default-port']?.quote).toContain('443')
    expect(port?.cites['https-port']?.quote).toContain('8080')
  })
})

const key = ({ title, url, edition }: Document | Citation, quote: string): string =>
  JSON.stringify([title, url ?? null, edition ?? null, quote])
