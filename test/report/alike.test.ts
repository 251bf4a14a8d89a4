/** Findings that are told in one sentence. */
import { expect, test } from 'vitest'
import { alike } from '../../src/report/alike.js'
import type { Finding } from '../../src/report/causes.js'

const found = (host: string, message: string) => ({ host, names: [host], message }) as unknown as Finding
const hostsOf = (findings: readonly Finding[]) =>
  alike(findings, ({ message }) => message).map((group) => group.map(({ host }) => host))

test('the same but for the host', () => {
  expect(
    hostsOf([found('a.cn', 'a.cn is lost'), found('b.cn', 'b.cn is lost'), found('c.cn', 'no')]),
  ).toEqual([['a.cn', 'b.cn'], ['c.cn']])
})

test('the same where it names the first host: they share a certificate', () => {
  const message = 'The certificate of "a.cn" has no chain'
  expect(hostsOf([found('a.cn', message), found('b.cn', message), found('c.cn', message)])).toEqual([
    ['a.cn', 'b.cn', 'c.cn'],
  ])
})
