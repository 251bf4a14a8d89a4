import { domainToASCII } from 'node:url'
import psl from 'psl'
import { describe, expect, test } from 'vitest'
import { suffixRules } from '../../scripts/data/suffixes.mjs'
import { loadSuffixes } from '../../src/config/index.js'

const rules: string[] = await suffixRules()
const suffixes = await loadSuffixes()

/** Everything about the host that psl says too. */
function told(host: string): unknown {
  const parsed = psl.parse(host)
  if (parsed.error || parsed.tld === null) return null
  return { domain: parsed.domain && domainToASCII(parsed.domain), listed: parsed.listed }
}

function found(host: string): unknown {
  const { registrableDomain, publicSuffix } = suffixes(host)
  if (registrableDomain === null && publicSuffix === null) return null
  return { domain: registrableDomain, listed: publicSuffix !== null }
}

describe('hosts have the suffix that psl finds', () => {
  test('of every rule', () => {
    const names = rules.map((rule) => domainToASCII(rule.replace(/^(\*\.|!)/, '')))
    expect(names.length).toBeGreaterThan(9000)
    for (const name of names)
      for (const host of [name, `a.${name}`, `b.a.${name}`, `c.b.a.${name}`]) {
        const { publicSuffix } = suffixes(host)
        // Our own table of providers comes first.
        if (publicSuffix?.kind === 'shared-hosting' && host !== name) continue
        expect([host, found(host)]).toEqual([host, told(host)])
      }
  })

  test.each([
    'localhost',
    'printer.local',
    'x.unlisted',
    'a.x.unlisted',
    '-a.com',
    'a-.com',
    'a..com',
    `${'a'.repeat(64)}.com`,
    `${'a.'.repeat(130)}com`,
    'under_score.com',
    'a b.com',
    '',
  ])('%j', (host) => expect(found(host)).toEqual(told(host)))
})
