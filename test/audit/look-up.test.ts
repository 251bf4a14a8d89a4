import { afterEach, describe, expect, test } from 'vitest'
import { completeChain } from '../../src/audit/complete-chain.js'
import { lookUp } from '../../src/audit/look-up.js'
import type { Facts } from '../../src/audit/types.js'
import { makeCrl, makeOcspResponse } from '../../src/demo/index.js'
import type { ChainFact } from '../../src/facts/index.js'
import type { Fetched } from '../../src/probes/index.js'
import { readCertificate } from '../../src/x509/index.js'
import { authority, base64, chainFact, issue, issueCa } from '../helpers/chains.js'
import { type Pages, plainServer } from '../helpers/plain-http.js'
import { endpoint, target } from '../helpers/targets.js'

const { root, intermediate } = authority
const sha256 = (one: typeof root) => readCertificate(one.der).sha256
const ca = [base64(root)]
const now = Date.now()

/** Addresses as certificates name them, and what is found there. */
function fetcher(pages: Record<string, Fetched>) {
  const asked: string[] = []
  const fetch = async (url: string): Promise<Fetched> => {
    asked.push(url)
    return pages[url] ?? { failure: 'HTTP 404', refused: true }
  }
  return { fetch, asked }
}
const at = (name: string) => `http://aia.test/${name}`
const holding = (...certificates: (typeof root)[]): Fetched => ({ certificates: certificates.map(base64) })

describe('looking for issuers', () => {
  const leaf = issue({ caIssuers: [at('ca')] })

  test('one that is missing is added, with where it was', async () => {
    const { fetch } = fetcher({ [at('ca')]: holding(intermediate) })
    const chain = await completeChain(chainFact([leaf]), { now, ca, fetch })
    expect(chain.fetched).toEqual([{ of: sha256(leaf), url: at('ca'), certificates: [base64(intermediate)] }])
    expect(chain.certificates).toEqual([base64(leaf)])
  })

  test('a chain that reaches an anchor asks nobody', async () => {
    const { fetch, asked } = fetcher({})
    const chain = chainFact([leaf, intermediate])
    expect(await completeChain(chain, { now, ca, fetch })).toBe(chain)
    expect(asked).toEqual([])
  })

  test('address after address, until one has it; never more than three', async () => {
    const many = issue({ caIssuers: ['a', 'b', 'c', 'd'].map(at) })
    const second = fetcher({ [at('b')]: holding(intermediate) })
    const fixed = await completeChain(chainFact([many]), { now, ca, fetch: second.fetch })
    expect(second.asked).toEqual([at('a'), at('b')])
    expect(fixed.fetched).toMatchObject([{ failure: 'HTTP 404', refused: true }, { url: at('b') }])
    const fourth = fetcher({ [at('d')]: holding(intermediate) })
    await completeChain(chainFact([many]), { now, ca, fetch: fourth.fetch })
    expect(fourth.asked).toEqual(['a', 'b', 'c'].map(at))
  })

  test('one above the other, three and no more', async () => {
    const chainOf = (missing: number) => {
      const authorities = [root]
      for (let index = 0; index < missing; index++) {
        const issuer = authorities[0] as typeof root
        authorities.unshift(issueCa({ subject: `CA ${index}`, issuer, caIssuers: [at(`${index - 1}`)] }))
      }
      const pages = authorities.slice(0, -1).map((one, index) => [at(`${missing - 1 - index}`), holding(one)])
      const last = issue({ issuer: authorities[0] as typeof root, caIssuers: [at(`${missing - 1}`)] })
      return { last, ...fetcher(Object.fromEntries(pages)) }
    }
    for (const [missing, asked] of [
      [3, 3],
      [4, 3],
    ] as const) {
      const made = chainOf(missing)
      await completeChain(chainFact([made.last]), { now, ca, fetch: made.fetch })
      expect(made.asked).toHaveLength(asked)
    }
  })

  test('a stranger in the answer leads nowhere, and nobody is asked twice', async () => {
    const { fetch, asked } = fetcher({ [at('ca')]: holding(issueCa({ subject: 'Stranger' })) })
    await completeChain(chainFact([leaf]), { now, ca, fetch })
    expect(asked).toEqual([at('ca')])
  })

  test('a chain our reader can’t make out is left alone', async () => {
    const { fetch, asked } = fetcher({})
    await completeChain(chainFact(['AAAA']), { now, ca, fetch })
    expect(asked).toEqual([])
  })
})

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

describe('over plain HTTP', () => {
  /** Certificates name their own server, so it is started before they are made. */
  async function world(make: (url: (path: string) => string) => { chain: ChainFact; pages: Pages }) {
    const pages: Pages = {}
    const server = await plainServer(pages)
    closers.push(server.close)
    const made = make((path) => `http://ca.test:${server.port}${path}`)
    Object.assign(pages, made.pages)
    const resolve = [{ host: 'ca.test', port: server.port, addresses: ['127.0.0.1'] }]
    const facts = {
      ca,
      targets: [target([endpoint('192.0.2.1', { chains: [made.chain] })])],
    } as unknown as Facts
    const look = async (asked: { fetch: boolean; revocation: boolean }) => {
      const after = await lookUp(facts, { resolve, ...asked })
      return after.targets[0]?.endpoints[0]?.chains[0]
    }
    return { server, look }
  }
  const REVOCATION = { fetch: false, revocation: true }
  const fresh = { now: new Date(now) }

  test('nothing is asked that was not asked for', async () => {
    const { server, look } = await world((url) => ({
      chain: chainFact([issue({ caIssuers: [url('/ca')], ocsp: [url('/ocsp')], crl: [url('/crl')] })]),
      pages: {},
    }))
    const chain = await look({ fetch: false, revocation: false })
    expect(chain?.fetched).toBeUndefined()
    expect(chain?.revocation).toBeUndefined()
    expect(server.asked).toEqual([])
  })

  test('the issuer, and then OCSP about the fixed chain', async () => {
    const { look } = await world((url) => {
      const leaf = issue({ caIssuers: [url('/ca')], ocsp: [url('/ocsp')] })
      const answer = makeOcspResponse({ certificate: leaf, ...fresh })
      return {
        chain: chainFact([leaf]),
        pages: { '/ca': { body: intermediate.der }, '*': { body: answer } },
      }
    })
    const chain = await look({ fetch: true, revocation: true })
    expect(chain?.fetched).toHaveLength(1)
    expect(chain?.revocation).toMatchObject([{ source: 'ocsp', found: { status: 'good' } }])
  })

  test('without an issuer at hand nobody could check the answer, so nobody is asked', async () => {
    const { server, look } = await world((url) => ({
      chain: chainFact([issue({ ocsp: [url('/ocsp')] })]),
      pages: {},
    }))
    expect((await look(REVOCATION))?.revocation).toEqual([])
    expect(server.asked).toEqual([])
  })

  test('OCSP by GET; by POST where GET is refused', async () => {
    const { server, look } = await world((url) => {
      const leaf = issue({ ocsp: [url('/ocsp/')] })
      const body = makeOcspResponse({ certificate: leaf, status: 'revoked', reason: 1, ...fresh })
      return {
        chain: chainFact([leaf, intermediate]),
        pages: { '/ocsp/': { body }, '*': { status: 405 } },
      }
    })
    expect((await look(REVOCATION))?.revocation).toMatchObject([
      { source: 'ocsp', found: { status: 'revoked', reason: 'keyCompromise' } },
    ])
    expect(server.asked).toEqual([expect.stringMatching(/^GET \/ocsp\/M[A-Za-z0-9%]+$/), 'POST /ocsp/'])
    const [, path = ''] = server.asked[0]?.split('/ocsp/') ?? []
    expect(Buffer.from(decodeURIComponent(path), 'base64')).toEqual(server.posted[0])
  })

  test.each([
    ['is silent', { status: 503 }, 'HTTP 503'],
    ['answers rubbish', { body: 'busy' }, 'malformed'],
    [
      'does not know',
      { body: makeOcspResponse({ certificate: issue({}), responseStatus: 'tryLater' }) },
      'responder',
    ],
    [
      'speaks of another certificate',
      { body: makeOcspResponse({ certificate: issue({}), ...fresh }) },
      'other-certificate',
    ],
    ['is larger than any answer', { body: Buffer.alloc(65_537, 0x30) }, 'more than 65536 bytes'],
  ])('a responder that %s: the list is asked', async (_, reply, failure) => {
    const { look } = await world((url) => {
      const leaf = issue({ ocsp: [url('/ocsp')], crl: [url('/crl')] })
      const list = makeCrl({ issuer: intermediate, revoked: [{ serial: leaf.serial, reason: 4 }], ...fresh })
      return { chain: chainFact([leaf, intermediate]), pages: { '/crl': { body: list }, '*': reply } }
    })
    expect((await look(REVOCATION))?.revocation).toMatchObject([
      { source: 'ocsp', failure },
      { source: 'crl', found: { status: 'revoked', reason: 'superseded' } },
    ])
  })

  test('an answer that counts is enough', async () => {
    const { server, look } = await world((url) => {
      const leaf = issue({ ocsp: [url('/a'), url('/b')], crl: [url('/crl')] })
      return {
        chain: chainFact([leaf, intermediate]),
        pages: { '*': { body: makeOcspResponse({ certificate: leaf, ...fresh }) } },
      }
    })
    expect((await look(REVOCATION))?.revocation).toHaveLength(1)
    expect(server.asked).toHaveLength(1)
  })

  test.each([
    ['spoiled', { badSignature: true }, { failure: 'signature' }],
    ['past its end', { nextUpdate: new Date(now - 1000) }, { failure: 'stale' }],
    ['without this certificate', {}, { found: { status: 'good' } }],
  ])('a list that is %s', async (_, input, expected) => {
    const { look } = await world((url) => {
      const leaf = issue({ crl: [url('/crl')] })
      const body = makeCrl({ issuer: intermediate, ...fresh, ...input })
      return { chain: chainFact([leaf, intermediate]), pages: { '/crl': { body } } }
    })
    expect((await look(REVOCATION))?.revocation).toMatchObject([expected])
  })

  test('the intermediate is asked about as well, the root never', async () => {
    const { server, look } = await world((url) => {
      const issuer = issueCa({ subject: 'Middle', issuer: root, crl: [url('/root.crl')] })
      const leaf = issue({ issuer, crl: [url('/middle.crl')] })
      return {
        chain: chainFact([leaf, issuer, root]),
        pages: {
          '/middle.crl': { body: makeCrl({ issuer, ...fresh }) },
          '/root.crl': { body: makeCrl({ issuer: root, revoked: [{ serial: issuer.serial }], ...fresh }) },
        },
      }
    })
    const answers = (await look(REVOCATION))?.revocation
    expect(answers?.map(({ found }) => found?.status)).toEqual(['good', 'revoked'])
    expect(server.asked.sort()).toEqual(['GET /middle.crl', 'GET /root.crl'])
  })

  test('four mebibytes of list and not a byte more', async () => {
    const { look } = await world((url) => ({
      chain: chainFact([issue({ crl: [url('/crl')] }), intermediate]),
      pages: { '/crl': { body: Buffer.alloc((4 << 20) + 1, 0x30) } },
    }))
    expect((await look(REVOCATION))?.revocation).toMatchObject([{ failure: 'more than 4194304 bytes' }])
  })

  test('an address inside the network is not asked', async () => {
    const chain = chainFact([
      issue({ ocsp: ['http://10.0.0.1/'], crl: ['https://ca.test/crl'] }),
      intermediate,
    ])
    const facts = { ca, targets: [target([endpoint('192.0.2.1', { chains: [chain] })])] } as unknown as Facts
    const after = await lookUp(facts, REVOCATION)
    expect(after.targets[0]?.endpoints[0]?.chains[0]?.revocation).toMatchObject([
      { failure: '10.0.0.1 is at a private address' },
      { failure: 'not a plain http address' },
    ])
  })
})
