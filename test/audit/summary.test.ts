/** Which of a host's certificates stands for it: the one that current phones lose first. */
import { describe, expect, test } from 'vitest'
import type { ChainFact } from '../../src/facts/index.js'
import { authority, chainFact, DAY, issue, issueCa, NOW } from '../helpers/chains.js'
import { endpoint } from '../helpers/targets.js'
import { configOf, factsOf, report } from './facts.js'

const HOST = 'api.example.com'
const sent = (days: number, more: Partial<ChainFact> = {}): ChainFact => ({
  ...chainFact([issue({ names: [HOST], notAfter: new Date(NOW + days * DAY) }), authority.intermediate]),
  ...more,
})
const narrow = { primary: false } as const

async function shown(...addresses: ChainFact[][]) {
  const endpoints = addresses.map((chains, at) => endpoint(`93.184.216.${34 + at}`, { chains }))
  const [target] = (await report(await factsOf(configOf([HOST]), { [HOST]: endpoints }))).targets
  return target
}
const daysShown = async (...addresses: ChainFact[][]) => (await shown(...addresses))?.certificate?.daysLeft

describe('the certificate of a host', () => {
  test('is the one that ends first, at whichever address', async () => {
    expect(await daysShown([sent(60)], [sent(20)])).toBe(20)
    expect(await daysShown([sent(20)], [sent(60)])).toBe(20)
  })
  test('is the one that ends first of an RSA and EC pair', async () => {
    const pair = [sent(60, { hellos: ['tls1.3'] }), sent(20, { ...narrow, hellos: ['tls1.2', 'tls1.2-rsa'] })]
    expect(await daysShown(pair)).toBe(20)
  })
  test('is the one that ends first of servers that take turns', async () => {
    expect(await daysShown([sent(60), sent(20, { hellos: [], byRequest: true })])).toBe(20)
  })
  test('says which certificate of its chain ends before it', async () => {
    const ending = issueCa({
      subject: 'Ending CA',
      issuer: authority.root,
      notAfter: new Date(NOW + 9.5 * DAY),
    })
    const leaf = issue({ names: [HOST], issuer: ending, notAfter: new Date(NOW + 60 * DAY) })
    const certificate = (await shown([sent(20)], [chainFact([leaf, ending])]))?.certificate
    expect(certificate).toMatchObject({ daysLeft: 60, issuerEnds: { daysLeft: 9, subject: 'CN=Ending CA' } })
    expect((await shown([sent(20)]))?.certificate).not.toHaveProperty('issuerEnds')
  })
  test('is none that only unusual clients get', async () => {
    expect(await daysShown([sent(60), sent(20, { ...narrow, hellos: ['tls1.0'] })])).toBe(60)
    expect(await daysShown([sent(20, { ...narrow, hellos: ['tls1.0'] })])).toBe(20)
  })
  test('comes with its own chain', async () => {
    const target = await shown([sent(60)], [sent(20)])
    expect(target?.chain?.[0]?.sha256).toBe(target?.certificate?.sha256)
    expect(target?.chains).toHaveLength(2)
  })
  test('is one that can be read, if there is one', async () => {
    const unreadable = { ...sent(20), certificates: ['AAAA'] }
    expect(await daysShown([unreadable], [sent(60)])).toBe(60)
    expect((await shown([unreadable]))?.chain).toHaveLength(1)
  })
})
