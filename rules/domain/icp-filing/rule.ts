import { defineRule, evidence, fail, notApplicable, pass, unknown } from '../../../src/engine/rule.js'
import type { EntryFact } from '../../../src/facts/index.js'
import { specialUseSuffix } from '../entry-rule.js'
import { placeOf } from '../list-rule.js'

type Of = { domain: string; entry: string; api: string; file?: string; line?: number; column?: number }
type Numbered = Of & { number: string }

/** Abbreviations used in filings; four license-plate letters and 云 also occur. */
const PROVINCES = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝蜀黔滇藏陕陇青宁新川贵云甘'
const FILING = new RegExp(`^[${PROVINCES}]ICP备(?:\\d{8}|\\d{10})号(?:-[1-9]\\d{0,4}([AXK])?)?$`)
const LICENCE = /^(?:[\u4e00-\u9fff]ICP证|[\u4e00-\u9fff]?[A-Z]\d-)/

/**
 * Is there a well-formed ICP number for each registrable domain? There is no public API to check whether a number is
 * valid, so no more than that is claimed.
 */
export default defineRule({
  id: 'domain/icp-filing',
  subject: 'list',
  needs: ['entries', 'icp'],
  evidence: evidence<{
    pass: { numbers: Record<string, string> }
    'not-given': Of
    'app-number': Numbered
    'mini-program-number': Numbered
    'quick-app-number': Numbered
    licence: Numbered
    malformed: Numbered
    'no-site-number': Numbered
  }>(),
  reasons: {
    'not-given': 'unknown',
    'app-number': 'fail',
    'mini-program-number': 'fail',
    'quick-app-number': 'fail',
    licence: 'fail',
    malformed: 'fail',
    'no-site-number': 'fail',
  },
  judge({ entries, icp }) {
    const domains = domainsIn(entries)
    if (domains.size === 0) return [notApplicable]
    const numberOf = (domain: string) => (Object.hasOwn(icp, domain) ? icp[domain] : undefined)
    const all = [...domains].map(([domain, fact]) => ({ domain, ...placeOf(fact) }))
    const missing = all
      .filter(({ domain }) => numberOf(domain) === undefined)
      .map((of) => unknown('not-given', of))
    const bad = all.flatMap((of) => {
      const number = numberOf(of.domain)
      const reason = number === undefined ? null : fault(number)
      return number === undefined || reason === null ? [] : [fail(reason, { ...of, number })]
    })
    const findings = [...bad, ...missing]
    if (findings.length > 0) return findings
    const numbers = Object.fromEntries([...domains.keys()].map((domain) => [domain, icp[domain] ?? '']))
    return [pass({ numbers })]
  },
})

/** The domain whose filing counts; null for names that can't be filed, and for those filed by a provider. */
function fileable({ host, registrableDomain, publicSuffix }: EntryFact): string | null {
  if (host === null || publicSuffix?.kind === 'shared-hosting' || specialUseSuffix(host) !== null) return null
  return registrableDomain
}

function fault(number: string) {
  const plain = number.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  const match = FILING.exec(plain)
  if (match === null) return LICENCE.test(plain) ? 'licence' : 'malformed'
  if (match[1] === 'A') return 'app-number'
  if (match[1] === 'X') return 'mini-program-number'
  if (match[1] === 'K') return 'quick-app-number'
  return plain.includes('-') ? null : 'no-site-number'
}

/** Each domain that needs a filing, with the first entry it appears in. */
function domainsIn(entries: readonly EntryFact[]): Map<string, EntryFact> {
  const domains = new Map<string, EntryFact>()
  for (const fact of entries) {
    const domain = fileable(fact)
    if (domain !== null && !domains.has(domain)) domains.set(domain, fact)
  }
  return domains
}
