import { afterEach, describe, expect, test, vi } from 'vitest'
import { makeAuthority } from '../../src/demo/index.js'
import { openIssuerFetcher } from '../../src/probes/index.js'
import { certsOnly } from '../helpers/pkcs7.js'
import { type Pages, type PlainServer, plainServer } from '../helpers/plain-http.js'

const { root, intermediate } = makeAuthority({ name: 'Issuer' })
const base64 = intermediate.der.toString('base64')
const found = { certificates: [base64] }

const closers: (() => unknown)[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const close of closers.splice(0)) await close()
})

async function serving(pages: Pages): Promise<PlainServer & { url(path: string): string }> {
  const server = await plainServer(pages)
  closers.push(server.close)
  return { ...server, url: (path) => `http://aia.test:${server.port}${path}` }
}

/** `aia.test` is at the loopback address, by the user's word. */
function fetcher(port: number, signal?: AbortSignal) {
  const resolve = [{ host: 'aia.test', port, addresses: ['127.0.0.1'] }]
  const { fetch, close } = openIssuerFetcher({ resolve }, signal)
  closers.push(close)
  return fetch
}

async function asked(path: string, pages: Pages) {
  const server = await serving(pages)
  return fetcher(server.port)(server.url(path))
}

describe('what is taken', () => {
  test.each([
    ['DER', 'application/pkix-cert', intermediate.der, found],
    ['DER under a wrong type', 'text/html', intermediate.der, found],
    ['PEM', 'application/x-pem-file', intermediate.pem, found],
    ['PEM behind a comment', 'text/plain', `# the CA\n${intermediate.pem}`, found],
    [
      'PKCS #7',
      'application/pkcs7-mime',
      certsOnly([intermediate, root]),
      { certificates: [base64, root.der.toString('base64')] },
    ],
  ])('%s', async (_, type, body, expected) => {
    expect(await asked('/ca', { '/ca': { headers: { 'content-type': type }, body } })).toEqual(expected)
  })
})

describe("what isn't an answer of the address", () => {
  test.each([
    ['404', { status: 404 }, { failure: 'HTTP 404', refused: true }],
    ['503', { status: 503 }, { failure: 'HTTP 503', refused: false }],
    ['a page for people', { body: '<html>not here</html>' }, { failure: 'no certificate', refused: true }],
    ['nothing', { body: '' }, { failure: 'no certificate', refused: true }],
    ['an empty PKCS #7', { body: certsOnly([]) }, { failure: 'no certificate', refused: true }],
    [
      'DER cut short',
      { body: intermediate.der.subarray(0, 99) },
      { failure: 'no certificate', refused: true },
    ],
  ])('%s', async (_, reply, expected) => {
    expect(await asked('/ca', { '/ca': reply })).toEqual(expected)
  })

  test('a closed port is silence', async () => {
    const server = await serving({})
    await server.close()
    expect(await fetcher(server.port)(server.url('/ca'))).toEqual({ failure: 'ECONNREFUSED', refused: false })
  })

  test('cut off amid the answer is silence', async () => {
    const answer = await asked('/ca', {
      '/ca': (_, response) => {
        response.writeHead(200, { 'content-length': '1000' }).write('x')
        response.socket?.destroy()
      },
    })
    expect(answer).toMatchObject({ refused: false })
  })
})

describe('redirects', () => {
  const to = (location: string) => ({ status: 302, headers: { location } })

  test('one is followed, relative or not', async () => {
    const server = await serving({ '/a': to('/b'), '/b': { body: intermediate.der } })
    expect(await fetcher(server.port)(server.url('/a'))).toEqual(found)
    expect(server.asked).toEqual(['GET /a', 'GET /b'])
  })

  test('a second one is not', async () => {
    const server = await serving({ '/a': to('/b'), '/b': to('/c'), '/c': { body: intermediate.der } })
    expect(await fetcher(server.port)(server.url('/a'))).toEqual({
      failure: 'more than one redirect',
      refused: true,
    })
    expect(server.asked).toEqual(['GET /a', 'GET /b'])
  })

  test('never to https, nor inside a network', async () => {
    const server = await serving({})
    const pages: Pages = {
      '/s': to('https://aia.test/ca'),
      '/l': to(`http://127.0.0.1:${server.port}/ca`),
      '/n': to('http://'),
    }
    const ask = async (path: string) => asked(path, pages)
    expect(await ask('/s')).toMatchObject({ failure: 'not a plain http address' })
    expect(await ask('/l')).toMatchObject({ failure: '127.0.0.1 is at a loopback address' })
    expect(await ask('/n')).toMatchObject({ refused: true })
    expect(server.asked).toEqual([])
  })
})

describe('where it does not go', () => {
  test.each([
    ['http://127.0.0.1/ca', '127.0.0.1 is at a loopback address'],
    ['http://[::1]/ca', '::1 is at a loopback address'],
    ['http://2130706433/ca', '127.0.0.1 is at a loopback address'],
    ['http://10.0.0.1/ca', '10.0.0.1 is at a private address'],
    ['http://169.254.169.254/latest/meta-data', '169.254.169.254 is at a cloud address'],
    ['http://[::ffff:192.168.1.1]/ca', /private/],
    ['https://aia.test/ca', 'not a plain http address'],
    ['ldap://aia.test/cn=CA', 'not a plain http address'],
    ['file:///etc/passwd', 'not a plain http address'],
    ['http://user:secret@aia.test/ca', 'not a plain http address'],
    ['no address at all', 'not a plain http address'],
    [`http://aia.test/${'a'.repeat(2048)}`, 'not a plain http address'],
  ])('%s', async (url, failure) => {
    expect(await fetcher(80)(url)).toEqual({
      failure: typeof failure === 'string' ? failure : expect.stringMatching(failure),
      refused: true,
    })
  })

  test('a name given for one port is not given for another', async () => {
    const server = await serving({ '/ca': { body: intermediate.der } })
    const { fetch, close } = openIssuerFetcher({
      dns: '127.0.0.1:9',
      resolve: [{ host: 'aia.test', port: 1, addresses: ['127.0.0.1'] }],
    })
    closers.push(close)
    expect(await fetch(server.url('/ca'))).not.toHaveProperty('certificates')
    expect(server.asked).toEqual([])
  })
})

describe('bounds', () => {
  test('64 KiB and not a byte more', async () => {
    const fitting = Buffer.concat([Buffer.from(intermediate.pem), Buffer.alloc(65_536, '\n')]).subarray(
      0,
      65_536,
    )
    expect(await asked('/ca', { '/ca': { body: fitting } })).toEqual(found)
    const larger = Buffer.concat([fitting, Buffer.from('\n')])
    expect(await asked('/ca', { '/ca': { body: larger } })).toEqual({
      failure: 'more than 65536 bytes',
      refused: true,
    })
  })

  test('an endless answer is not read to its end', async () => {
    let stopped = false
    const answer = await asked('/ca', {
      '/ca': (_, response) => {
        const pour = () => {
          while (!stopped && response.write(Buffer.alloc(16_384))) {}
          if (!stopped) response.once('drain', pour)
        }
        response.on('close', () => {
          stopped = true
        })
        pour()
      },
    })
    stopped = true
    expect(answer).toEqual({ failure: 'more than 65536 bytes', refused: true })
  })

  test('five seconds in all, however slowly it drips', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    const answer = await asked('/slow', {
      '/slow': (_, response) => {
        response.writeHead(200).write('-')
        response.write('-', () => vi.advanceTimersByTime(5000))
      },
    })
    expect(answer).toEqual({ failure: 'timeout', refused: false })
  })

  test('a redirect gets what is left of them', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    const answer = await asked('/a', {
      '/a': (_, response) => {
        vi.advanceTimersByTime(4999)
        response.writeHead(302, { location: '/b' }).end()
      },
      '/b': () => vi.advanceTimersByTime(1),
    })
    expect(answer).toEqual({ failure: 'timeout', refused: false })
  })

  test('stops when the run is interrupted', async () => {
    const abort = new AbortController()
    const server = await serving({ '/ca': () => abort.abort() })
    const answer = await fetcher(server.port, abort.signal)(server.url('/ca'))
    expect(answer).toEqual({ failure: 'ABORT_ERR', refused: false })
  })
})

test('each address is asked once, whoever asks', async () => {
  const server = await serving({ '/ca': { body: intermediate.der } })
  const fetch = fetcher(server.port)
  const answers = await Promise.all([fetch(server.url('/ca')), fetch(server.url('/ca'))])
  expect([...answers, await fetch(server.url('/ca'))]).toEqual([found, found, found])
  expect(server.asked).toEqual(['GET /ca'])
})

test('says who asks and what for, and nothing else', async () => {
  let headers: unknown
  await asked('/ca?x=1', {
    '/ca?x=1': (request, response) => {
      headers = request.headers
      response.end()
    },
  })
  expect(headers).toEqual({
    host: expect.stringMatching(/^aia\.test:\d+$/),
    'user-agent': 'hefa',
    accept: 'application/pkix-cert, application/pkcs7-mime',
    connection: expect.anything(),
  })
})
