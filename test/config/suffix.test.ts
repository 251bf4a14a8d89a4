/** The package psl reads the same list: whatever is asked, both say the same. */

import { domainToASCII } from 'node:url'
import psl from 'psl'
import { describe, expect, test } from 'vitest'
import rules from '#public-suffixes'
import { SHARED_HOSTING } from '../../src/config/shared-hosting.js'
import { loadSuffixes } from '../../src/config/suffix.js'

const suffixes = await loadSuffixes()

function told(host: string) {
  const parsed = psl.parse(host)
  if (parsed.error !== undefined || parsed.tld === null) return { domain: null, suffix: null }
  const labels = host.split('.')
  const last = (count: number) => labels.slice(-count).join('.')
  const length = parsed.tld.split('.').length
  const domain = parsed.domain === null ? null : last(length + 1)
  return { domain, suffix: parsed.listed ? last(length) : null }
}

function own(host: string) {
  const { registrableDomain: domain, publicSuffix } = suffixes(host)
  return { domain, suffix: publicSuffix?.suffix ?? null }
}

test('every line of the list, and what stands below it', () => {
  const names = rules.map((rule) => domainToASCII(rule.replace(/^(?:!|\*\.)/, '')))
  expect(names.length).toBeGreaterThan(9000)
  const hosts = names.flatMap((name) => [name, `a.${name}`, `b.a.${name}`, `c.b.a.${name}`])
  // Of providers on its own list hefa says more.
  const listed = hosts.filter((host) => !SHARED_HOSTING.some((suffix) => `.${host}`.endsWith(`.${suffix}`)))
  expect(listed.length).toBeGreaterThan(36_000)
  expect(listed.filter((host) => JSON.stringify(own(host)) !== JSON.stringify(told(host)))).toEqual([])
})

describe('what is in no list, or no name', () => {
  test.each([
    ['localhost'],
    ['a.local'],
    ['local'],
    ['example.unlisted'],
    ['a.b.example.unlisted'],
    ['a..com'],
    ['-a.com'],
    ['a-.com'],
    ['a_b.com'],
    ['a b.com'],
    ['*.com'],
    [`${'a'.repeat(63)}.com`],
    [`${'a'.repeat(64)}.com`],
    [`${'a.'.repeat(126)}com`],
    [`${'a.'.repeat(127)}com`],
    ['1.2.3.4'],
    ['xn--55qx5d.cn'],
    ['a.xn--55qx5d.cn'],
    ['a.xn--p1ai'],
    [''],
  ])('%s', (host) => {
    expect(own(host)).toEqual(told(host))
  })
})

test('a provider of its own list goes before the registry', () => {
  expect(suffixes('a.myqcloud.com')).toEqual({
    registrableDomain: 'myqcloud.com',
    publicSuffix: { suffix: 'myqcloud.com', kind: 'shared-hosting' },
  })
})
