/** What is known of other people's servers says where from, and fits what was seen there. */
import { describe, expect, test } from 'vitest'
import { MAKERS, MAKERS_READ_ON } from '../../rules/certificate/kind/makers.js'
import { APPROVED, ICP_TLD_SOURCES, LIST_READ_ON, NOT_FILEABLE } from '../../rules/domain/icp-tld/icp-tlds.js'
import { BLOCK_PAGES, BLOCK_PAGES_READ_ON } from '../../rules/http/turned-away/block-pages.js'

const DAY = /^20\d\d-\d\d-\d\d$/

describe('makers of certificates', () => {
  test.each(MAKERS.map((maker) => [maker.product, maker] as const))('%s', (_, { name, example, source }) => {
    expect(example).toMatch(name)
    expect(source).toMatch(/seen|https:|RFC/)
    // No name may take in another maker's.
    expect(MAKERS.filter((one) => one.name.test(example)).length).toBe(1)
  })
  test('looked up on a day', () => expect(MAKERS_READ_ON).toMatch(DAY))
})

describe('pages that block', () => {
  test.each(BLOCK_PAGES.map((page) => [page.provider, page] as const))('%s', (_, { words, source }) => {
    expect(words.length).toBeGreaterThan(0)
    expect(source.length).toBeGreaterThan(20)
  })
  test('looked up on a day', () => expect(BLOCK_PAGES_READ_ON).toMatch(DAY))
})

describe('top-level domains that can be filed', () => {
  test('every list has its source, and no name stands in two', () => {
    const all = ICP_TLD_SOURCES.flatMap(({ tlds }) => [...tlds])
    expect(new Set(all).size).toBe(all.length)
    for (const { source, tlds } of ICP_TLD_SOURCES) {
      expect(new URL(source).protocol).toBe('https:')
      for (const tld of tlds) expect(tld).toMatch(/^(xn--[a-z0-9]+|[a-z]{2,})$/)
    }
    expect(APPROVED).toEqual(all)
    expect(LIST_READ_ON).toMatch(DAY)
  })
  test('what people were refused is not approved', () => {
    expect(NOT_FILEABLE.filter((tld) => APPROVED.includes(tld))).toEqual([])
  })
})
