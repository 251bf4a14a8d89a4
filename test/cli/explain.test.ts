/** `hefa explain TEXT` and `hefa rules TEXT`. */
import { expect, test } from 'vitest'
import { inProcess } from './in-process.js'

test('an error of the phone leads to the rules and the command', async () => {
  const { status, stdout } = await inProcess([
    'explain',
    'GET https://api.shop.example/v1 request:fail -202:net::ERR_CERT_AUTHORITY_INVALID',
  ])
  expect(status).toBe(0)
  expect(stdout).toContain('certificate/chain-complete')
  expect(stdout).toContain('  hefa audit api.shop.example\n')
})

test('several words need no quotes, a number no --', async () => {
  expect((await inProcess(['explain', 'ssl', 'hand', 'shake', 'error'])).stdout).toContain('tls/version')
  expect((await inProcess(['explain', '-202'])).stdout).toContain('certificate/trusted')
  expect((await inProcess(['explain', '-202:net::ERR_CERT_AUTHORITY_INVALID'])).stdout).toContain(
    'certificate/trusted',
  )
  expect((await inProcess(['explain', '--lnag', 'zh'])).status).toBe(2)
})

test('standard input, JSON, Chinese', async () => {
  const { status, stdout } = await inProcess(['explain', '-', '--format', 'json', '--lang', 'zh'], {
    input: 'url not in domain list',
  })
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    host: null,
    symptoms: [{ id: 'not-in-list', recognisedBy: 'url not in domain list', command: 'hefa scan .' }],
    related: [],
  })
})

test('without a symptom, rules of the same words; in either language', async () => {
  expect((await inProcess(['explain', '中间证书'])).stdout).toContain('certificate/chain-complete')
  expect((await inProcess(['explain', 'duplicate'])).stdout).toContain('domain/duplicate')
})

test('nothing known is status 1 and says so', async () => {
  const { status, stdout } = await inProcess(['explain', 'zzz qqq'])
  expect(status).toBe(1)
  expect(stdout).toContain('No client is known to say this')
})

test('nothing at all is status 2', async () => {
  expect((await inProcess(['explain'])).status).toBe(2)
})

test('hostile text comes out escaped', async () => {
  const { stdout } = await inProcess(['explain', '\u001b[2Jrequest:fail timeout \u001b]0;x\u0007'])
  expect(stdout).not.toContain('\u001b')
})

test('hefa rules TEXT lists the rules of a pasted error; a mistyped id stays an error', async () => {
  const { status, stdout } = await inProcess(['rules', 'ERR_CERT_DATE_INVALID'])
  expect(status).toBe(0)
  expect(stdout).toContain('certificate/validity')
  expect(stdout).not.toContain('domain/scheme')
  const typo = await inProcess(['rules', 'certificate/validty'])
  expect(typo.status).toBe(2)
  expect(typo.stderr).toContain('certificate/validity')
})
