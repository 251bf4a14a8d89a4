import { describe, expect, test } from 'vitest'
import { compareVersions } from '../../src/facts/index.js'
import { listAt, listsOf, newestKnown, oldestKnown, versionsBetween } from '../../src/trust/versions.js'

test.each([
  ['7.1', '10', -1],
  ['12', '12.0', 0],
  ['12', '12.0.1', -1],
  ['12.1.3', '12.1', 1],
  ['12L', '12', 1],
  ['12L', '12.1', 0],
  ['12L', '13', -1],
  ['9.3.5', '9.3.10', -1],
])('%s against %s', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign)
  expect(Math.sign(compareVersions(b, a))).toBe(sign === 0 ? 0 : -sign)
})

describe('lists', () => {
  test.each(['ios', 'android'] as const)('%s: oldest first, none twice', (os) => {
    const versions = listsOf(os).map(({ version }) => version)
    expect(versions).toEqual([...versions].sort(compareVersions))
    expect(new Set(versions).size).toBe(versions.length)
    for (const { date } of listsOf(os)) expect(date).toMatch(/^\d{4}-\d\d-\d\d$/)
  })

  test('a list holds until the next', () => {
    expect(listAt('ios', '12.1.2')?.version).toBe('12')
    expect(listAt('ios', '12.1.3')?.version).toBe('12.1.3')
    expect(listAt('android', '7.1.2')?.version).toBe('7.1.1')
    expect(listAt('android', '7.1')?.version).toBe('7.0')
    expect(listAt('ios', '6.1.6')).toBeNull()
  })

  test('newer than the newest is judged by the newest', () => {
    expect(listAt('ios', '99')).toBe(newestKnown('ios'))
    expect(newestKnown('android').version).toBe(listsOf('android').at(-1)?.version)
    expect(newestKnown('chrome').version).toMatch(/^\d+$/)
  })
})

describe('versionsBetween', () => {
  test('starts at the version asked for, then each list', () => {
    expect(versionsBetween('android', '13.5', '16')).toEqual(['13.5', '14', '15'])
    expect(versionsBetween('android', '12', '14')).toEqual(['12', '12L', '13'])
    expect(versionsBetween('android', '12.0', '12L')).toEqual(['12.0'])
  })

  test('beyond both ends', () => {
    expect(versionsBetween('ios', '5')[0]).toBe(oldestKnown('ios').version)
    expect(versionsBetween('ios', '99')).toEqual(['99'])
  })
})
