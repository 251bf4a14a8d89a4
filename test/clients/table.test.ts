import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CLAUSES } from '../../rules/index.js'
import { CLIENTS, clientById, clientsOf, helloKey, STACKS, tierOf } from '../../src/clients/index.js'
import { isUpTo } from '../../src/facts/index.js'
import { familyOf, PLATFORM_IDS, runtimeOf } from '../../src/types.js'
import { skipped } from '../helpers/tools.js'

const root = join(import.meta.dirname, '../..')
const source = join(root, '../shared/data/clients.json')
const present = existsSync(source)
if (!present && process.env.HEFA_REQUIRE_SHARED) throw new Error(`missing: ${source}`)
if (!present) skipped('the profiles that the table was packed from are kept elsewhere')

interface SourceProfile {
  id: string
  family: string
  hello: { ciphers: string[]; groups: string[]; signatureAlgorithms: string[]; extensions: string[] }
  atsCiphers?: string[]
}

const hex = (list: string[]) => list.map((code) => Number.parseInt(code, 16))

test.runIf(present)('the packed table is fresh', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hefa-'))
  const made = join(folder, 'data.ts')
  execFileSync(process.execPath, [join(root, 'scripts/clients.mjs'), source, made])
  const text = readFileSync(made, 'utf8')
  rmSync(folder, { recursive: true })
  expect(readFileSync(join(root, 'src/clients/data.ts'), 'utf8') === text).toBe(true)
})

test.runIf(present)('what is offered is what was collected, under ATS on iOS', () => {
  const profiles = JSON.parse(readFileSync(source, 'utf8')) as SourceProfile[]
  expect(CLIENTS.map(({ id }) => id)).toEqual(profiles.map(({ id }) => id))
  for (const { id, hello, atsCiphers } of profiles) {
    const client = clientById(id)
    const signal = (suite: number) => suite !== 0x00ff
    expect(client?.offer.suites, id).toEqual(hex(atsCiphers ?? hello.ciphers).filter(signal))
    expect(client?.offer.groups, id).toEqual(hex(hello.groups))
    expect(client?.offer.signatures, id).toEqual(hex(hello.signatureAlgorithms))
    expect(client?.shape.extensions, id).toEqual(hex(hello.extensions).filter((type) => type !== 0x15))
    expect(client?.shape.suites.includes(0xff), id).toBe(hello.ciphers.includes('0x00ff'))
  }
})

test('every client says where it comes from', () => {
  for (const { id, source: from, certainty, name, offer } of CLIENTS) {
    expect(from.url, id).toMatch(/^https:/)
    expect(from.readOn, id).toMatch(/^20\d\d-\d\d-\d\d$/)
    expect(['captured', 'derived']).toContain(certainty)
    expect(name, id).toMatch(/^(iOS|Android|Chromium) \d/)
    expect(offer.versions.length, id).toBeGreaterThan(0)
  }
  expect(new Set(CLIENTS.map(({ name }) => name)).size).toBe(CLIENTS.length)
})

test('clients whose offers are the same share a hello', () => {
  const key = (id: string) => helloKey(clientById(id) as (typeof CLIENTS)[number])
  expect(key('ios-15')).toBe(key('ios-16'))
  expect(key('android-13')).toBe(key('android-15'))
  expect(key('chromium-100')).toBe(key('chromium-110'))
  expect(key('ios-16')).not.toBe(key('ios-18'))
  expect(new Set(CLIENTS.map(helloKey)).size).toBe(34)
})

describe('who stands for whom', () => {
  test('every platform has stacks and clients; other apps’ libraries stand for nobody', () => {
    for (const platform of PLATFORM_IDS) {
      // Nobody stands for a platform of whose library nothing is known: the simulated handshakes are unknown there.
      const clause = CLAUSES[familyOf(platform)].find(
        ({ rule, on }) => rule === 'tls/client-handshake' && on.includes(runtimeOf(platform)),
      )
      expect(clause?.notKnown === 'clients').toBe(STACKS[platform].length === 0)
      if (STACKS[platform].length === 0) continue
      const ids = clientsOf(platform).map(({ id }) => id)
      expect(ids.length).toBeGreaterThan(5)
      expect(ids.some((id) => id.includes('okhttp'))).toBe(false)
    }
  })

  test('WeChat: the system’s stack and cronet; devtools: Chromium; Alipay and mPaaS: the system’s', () => {
    const families = (platform: (typeof PLATFORM_IDS)[number]) => [
      ...new Set(clientsOf(platform).map(({ family }) => family)),
    ]
    expect(families('wechat-ios')).toEqual(['ios', 'chromium'])
    expect(families('wechat-android')).toEqual(['android', 'chromium'])
    expect(families('wechat-devtools')).toEqual(['chromium'])
    expect(families('alipay-ios')).toEqual(['ios'])
    expect(families('mpaas-android')).toEqual(['android'])
    const uploads = STACKS['wechat-android'].find(({ apis }) => apis.includes('uploadFile'))
    expect(uploads?.family).toBe('android')
    expect(STACKS['wechat-ios'].find(({ apis }) => apis.includes('connectSocket'))?.certainty).toBe('assumed')
    expect(clientsOf('wechat-devtools').some(({ id }) => id === 'cronet-android-16')).toBe(false)
    expect(clientsOf('wechat-android').some(({ id }) => id === 'chromium-150')).toBe(false)
  })

  const supported = { ios: '15', android: '10' }
  const legacy = { ios: '12', android: '7.0' }
  test.each([
    ['ios-26', 'supported'],
    ['ios-15', 'supported'],
    ['ios-14', 'legacy'],
    ['ios-12.0', 'legacy'],
    ['ios-11', 'old'],
    ['android-10', 'supported'],
    ['android-9', 'legacy'],
    ['android-7.0', 'legacy'],
    ['android-6', 'old'],
    ['chromium-100', 'supported'],
    ['chromium-83', 'legacy'],
    ['chromium-55', 'old'],
  ])('%s is %s', (id, tier) => {
    expect(tierOf(clientById(id) as (typeof CLIENTS)[number], supported, legacy)).toBe(tier)
  })

  test('a generation counts as long as one of its versions does; the newest always does', () => {
    const tier = (id: string, ios: string, android = '10') =>
      tierOf(clientById(id) as (typeof CLIENTS)[number], { ios, android }, { ios, android })
    expect(tier('ios-16', '17.7')).toBe('supported')
    expect(tier('ios-16', '17.8')).toBe('old')
    expect(tier('ios-26', '30')).toBe('supported')
    expect(tier('android-17', '15', '18')).toBe('supported')
    expect(tier('android-15', '15', '18')).toBe('old')
    expect(tier('android-10', '15', '12L')).toBe('supported')
  })

  test.each([
    ['12', '12.5', true],
    ['9.3', '10', false],
    ['10.0', '9.3', true],
    ['7.1.2', '7.1', true],
    ['7.1', '7.1.2', true],
    ['12', '12L', true],
    ['11', '12L', false],
  ])('a client up to %s reaches %s: %s', (end, version, reached) => {
    expect(isUpTo(end, version)).toBe(reached)
  })
})
