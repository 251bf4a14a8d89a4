import { describe, expect, test } from 'vitest'
import { HELLO_IDS } from '../../../src/facts/index.js'
import { clientHello } from '../../../src/probes/tls/client-hello.js'
import { HELLO_PROFILES } from '../../../src/probes/tls/hellos.js'
import { viewHello } from '../../helpers/fake-tls.js'

const view = (id: string, name: string | null = 'api.test') => {
  const profile = HELLO_PROFILES.find((one) => one.id === id)
  if (!profile) throw new Error(id)
  return viewHello(clientHello(profile, name).record)
}
const numbers = (body: Buffer | undefined, skip: number): number[] =>
  Array.from({ length: ((body?.length ?? skip) - skip) / 2 }, (_, i) => body?.readUInt16BE(skip + i * 2) ?? 0)

test('each hello has a profile', () => {
  expect(HELLO_PROFILES.map(({ id }) => id).sort()).toEqual([...HELLO_IDS].sort())
})

describe.each(HELLO_PROFILES.map((profile) => [profile.id, profile] as const))('%s', (id, profile) => {
  test('names the host, unless it has no name', () => {
    const sni = view(id).extensions.get(0)?.toString('latin1')
    if (id === 'ssl3') expect(sni).toBeUndefined()
    else expect(sni).toBe('\0\x0b\0\0\x08api.test')
    expect(view(id, null).extensions.has(0)).toBe(false)
  })

  test('offers one version only', () => {
    const { version, extensions } = view(id)
    if (profile.version === 'TLSv1.3') {
      expect(version).toBe(0x0303)
      expect(extensions.get(43)?.toString('hex')).toBe('020304')
    } else {
      expect(version).toBe(
        { SSLv3: 0x300, TLSv1: 0x301, 'TLSv1.1': 0x302, 'TLSv1.2': 0x303 }[profile.version],
      )
      expect(extensions.has(43)).toBe(false)
    }
  })

  test('offers its suites, no compression of certificates, and is fresh each time', () => {
    expect(view(id).suites).toEqual(profile.suites)
    expect(view(id).extensions.has(27)).toBe(false)
    expect(view(id).random).not.toEqual(view(id).random)
  })

  test.each([1, 60, 120, 180, 240])('with a name of %i characters avoids 256 to 511 bytes', (length) => {
    const { length: bytes } = view(id, 'a'.repeat(length)).message
    if (id !== 'ssl3') expect(bytes < 256 || bytes >= 512).toBe(true)
  })
})

test.each([600, 1524, 1763])('made %i bytes long, its name comes after what makes it long', (bytes) => {
  const profile = HELLO_PROFILES.find(({ id }) => id === 'tls1.2')
  if (!profile) throw new Error('no profile')
  const { record } = clientHello({ ...profile, bytes }, 'api.test')
  expect(record).toHaveLength(bytes)
  const plain = clientHello(profile, 'api.test').record
  const { extensions } = viewHello(record)
  expect([...extensions.keys()].filter((type) => type !== 21)).toEqual(
    [...viewHello(plain).extensions.keys()].filter((type) => type !== 21),
  )
  expect([...extensions.keys()][0]).toBe(21)
})

test('what each narrow hello offers', () => {
  const ecdsa = view('tls1.2-ecdsa').suites
  const rsa = view('tls1.2-rsa').suites
  expect(ecdsa.filter((suite) => rsa.includes(suite))).toEqual([])
  expect(view('tls1.2').suites).toEqual(expect.arrayContaining([...ecdsa, ...rsa, 0x002f, 0x0033, 0x000a]))
  expect(view('tls1.2-ats').suites.sort()).toEqual(
    [0xc009, 0xc00a, 0xc013, 0xc014, 0xc02b, 0xc02c, 0xc02f, 0xc030, 0xcca8, 0xcca9].sort(),
  )
  expect(view('tls1.2-ats-legacy').suites.sort()).toEqual([0xc023, 0xc024, 0xc027, 0xc028].sort())
  expect(numbers(view('tls1.3-ecdsa').extensions.get(13), 2)).toEqual([0x0403, 0x0503, 0x0603])
  expect(numbers(view('tls1.3-rsa').extensions.get(13), 2)).not.toContain(0x0403)
  for (const id of ['tls1.2-ats', 'tls1.2-ats-legacy', 'tls1.2-ecdsa', 'tls1.3-ecdsa'])
    expect(numbers(view(id).extensions.get(13), 2), id).not.toContain(0x0807)
})

test('SSL 3.0 has no extensions', () => {
  expect(view('ssl3').extensions.size).toBe(0)
})
