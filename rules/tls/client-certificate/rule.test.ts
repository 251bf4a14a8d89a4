import { describe, expect, test } from 'vitest'
import type { EndpointFacts, HttpAnswer, HttpFact } from '../../../src/facts/index.js'
import { accepted, endpoint, judgments, modern, target } from '../../../test/helpers/targets.js'
import { answer, closed, httpFact, path, silent, told, withHttp } from '../../../test/rules/http/helpers.js'
import { RULES } from '../../index.js'
import rule from './rule.js'

const HERE = '93.184.216.34'
const asking = (address = HERE): EndpointFacts =>
  endpoint(address, {
    handshakes: { ...modern(), 'tls1.3': accepted('TLSv1.3', { clientCertificateRequested: true }) },
  })
const plain = endpoint(HERE)

const toldOf = (server: EndpointFacts[], http: Partial<HttpFact>) =>
  told(rule, target(server, { http: httpFact(http) }), 'wechat-ios')
const answering = (server: EndpointFacts, ...answers: HttpAnswer[]) =>
  toldOf([server], { paths: answers.map((one) => path([one])) })

const lost = <P extends 'finish' | 'first-byte'>(phase: P, cause: string, again?: true) => ({
  kind: 'no-answer' as const,
  phase,
  cause,
  ...(again && { again }),
})

describe('a handshake that is ended for want of a certificate', () => {
  test.each<[string, EndpointFacts, HttpAnswer, string]>([
    ['certificate_required', asking(), lost('first-byte', 'alert:116'), 'fail error demanded'],
    [
      'certificate_required, asked after the request',
      plain,
      lost('first-byte', 'alert:116'),
      'fail error demanded',
    ],
    ['bad_certificate', asking(), lost('first-byte', 'alert:42'), 'fail error demanded'],
    ['closed twice', asking(), lost('first-byte', 'closed', true), 'fail error demanded'],
    ['closed once', asking(), lost('first-byte', 'closed'), 'not-applicable error'],
    ['another alert, and none was asked for', plain, lost('first-byte', 'alert:40'), 'not-applicable error'],
    ['silence', asking(), silent, 'not-applicable error'],
  ])('%s', (_, server, end, expected) => expect(answering(server, end)).toEqual([expected]))

  test('in TLS 1.2 it never comes to its end', () => {
    expect(toldOf([asking()], { connection: lost('finish', 'alert:40') })).toEqual(['fail error demanded'])
    expect(toldOf([asking()], { connection: lost('finish', 'ECONNRESET', true) })).toEqual([
      'fail error demanded',
    ])
    expect(toldOf([asking()], { connection: lost('finish', 'ECONNRESET') })).toEqual(['not-applicable error'])
  })

  test('is one finding', () => {
    const facts = target([asking()], { http: httpFact({ connection: lost('finish', 'alert:40') }) })
    const rules = RULES.filter(({ id }) => id.startsWith('http/'))
    const found = judgments(facts, { rules: [...rules, rule], listed: [] })
    expect(found.filter(({ status }) => status !== 'not-applicable')).toMatchObject([
      { rule: rule.id, reason: 'demanded', evidence: { phase: 'finish', alert: 40 } },
    ])
  })
})

describe('an answer', () => {
  const page = (status: number, excerpt: string) => answer({ status, excerpt })
  test.each<[string, HttpAnswer, string]>([
    [
      'nginx',
      page(400, '<html>\r\n<head><title>400 No required SSL certificate was sent</title></head>'),
      'fail error said',
    ],
    ['Kong', page(401, '{"message":"No required TLS certificate was sent"}'), 'fail error said'],
    ['IIS', page(403, '<h2>403.7 - Forbidden: SSL client certificate is required.</h2>'), 'fail error said'],
    [
      'IIS, in more words',
      page(
        403,
        'The page you are attempting to access requires your browser to have a Secure Sockets Layer (SSL) client certificate that the Web server recognizes',
      ),
      'fail error said',
    ],
    ['Apache', page(403, 'Reason: Cannot perform Post-Handshake Authentication.<br />'), 'fail error said'],
    ['of another matter', page(403, '<title>Forbidden</title>'), 'pass error'],
  ])('%s, which says so, whether or not one was asked for', (_, given, expected) => {
    expect(answering(plain, given)).toEqual([expected])
  })

  test('without words is a suspicion where one was asked for', () => {
    expect(answering(asking(), answer({ status: 403 }))).toEqual(['fail warning perhaps'])
    expect(answering(asking(), answer({ status: 403 }), answer())).toEqual(['pass error'])
    expect(answering(asking(), answer({ status: 404 }))).toEqual(['pass error'])
  })

  test('that goes on without one is fine', () => {
    expect(answering(asking(), answer())).toEqual(['pass error'])
    expect(told(rule, withHttp(httpFact({ paths: [path([closed])] })), 'wechat-ios')).toEqual([
      'not-applicable error',
    ])
  })

  test('of another address than the one that asks tells nothing of it', () => {
    const servers = [plain, asking('192.0.2.7')]
    expect(toldOf(servers, { paths: [path([answer()])] })).toEqual(['unknown warning other-address'])
  })
})
