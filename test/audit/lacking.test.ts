/** Facts that lack a part which every probe leaves say so, whoever took it out. */
import { describe, expect, test } from 'vitest'
import { type EndpointFacts, HELLOS_IF_OPEN } from '../../src/facts/index.js'
import { HELLO_PROFILES } from '../../src/probes/tls/hellos.js'
import { configOf, errors, factsOf, report, rightFor } from './facts.js'

const HOST = 'a.example.com'
const without = async (change: (endpoint: EndpointFacts) => EndpointFacts) => {
  const endpoints = rightFor(HOST).map(change)
  const made = await report(await factsOf(configOf([HOST]), { [HOST]: endpoints }))
  const [target] = made.targets
  const gap = target?.results.find(({ evidence }) => evidence?.reason === 'facts-missing')
  return { exit: made.exitCode, lacking: gap?.evidence?.lacking, errors: errors(target?.results ?? []) }
}

test('whole ones say nothing', async () => {
  expect(await without((same) => same)).toEqual({ exit: 0, lacking: undefined, errors: [] })
})

describe('without', () => {
  test('the hello that names no server', async () => {
    const found = await without(({ nameless: _, ...rest }) => rest)
    expect(found).toMatchObject({ exit: 3, lacking: ['93.184.216.34 nameless'] })
  })

  test('one of the hellos', async () => {
    const found = await without(({ handshakes: { 'tls1.2-ecdsa': _, ...handshakes }, ...rest }) => ({
      ...rest,
      handshakes,
    }))
    expect(found).toMatchObject({ exit: 3, lacking: ['93.184.216.34 tls1.2-ecdsa'] })
  })

  test('who drew a chain', async () => {
    const found = await without(({ chains, ...rest }) => ({
      ...rest,
      chains: chains.map((chain) => ({ ...chain, hellos: [] })),
    }))
    expect(found).toMatchObject({ exit: 3, lacking: ['93.184.216.34 chains[0].hellos'] })
  })

  test('one simulated client that is demanded', async () => {
    const found = await without(({ clients = [], ...rest }) => ({
      ...rest,
      clients: clients.filter(({ client }) => client !== 'ios-18'),
    }))
    expect(found).toEqual({ exit: 3, lacking: undefined, errors: ['unknown error tls/client-handshake'] })
  })

  test('any', async () => {
    const found = await without((endpoint) => ({ ...endpoint, clients: [] }))
    expect(found.errors).toEqual(['unknown error tls/client-handshake'])
  })
})

test('those asked only where something is open are known', () => {
  const open = HELLO_PROFILES.filter(({ askedIf }) => askedIf).map(({ id }) => id)
  expect([...HELLOS_IF_OPEN].sort()).toEqual(open.sort())
})

describe('versions nobody knows', () => {
  const exitFor = async (ios: string) => {
    const versions = { ios, android: '10' }
    const config = configOf([HOST], { supportedOs: versions, legacyOs: versions })
    const made = await report(await factsOf(config))
    const gaps = made.config.filter(({ evidence }) => evidence?.reason === 'no-such-os')
    return [made.exitCode, gaps.map(({ platforms, level }) => `${level} ${platforms}`)]
  }

  test('are undetermined, of the platform that is asked about', async () => {
    expect(await exitFor('99')).toEqual([3, ['error wechat-ios']])
  })

  test('the newest known, and the next', async () => {
    expect(await exitFor('26')).toEqual([0, []])
    expect(await exitFor('27')).toEqual([0, []])
  })
})
