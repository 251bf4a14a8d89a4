/** Handshakes that break off: which of them tell something of phones. */
import { describe, expect, test } from 'vitest'
import type { EndpointFacts, HttpFact } from '../../../src/facts/index.js'
import {
  accepted,
  closedPort,
  endpoint,
  everyHello,
  refused,
  silent as silentHello,
  target,
  unconnected,
} from '../../../test/helpers/targets.js'
import { httpFact, told } from '../../../test/rules/http/helpers.js'
import rule from './rule.js'

const unfinished = (
  connection: HttpFact['connection'],
  endpoints: EndpointFacts[] = [endpoint('192.0.2.1')],
) => told(rule, target(endpoints, { http: httpFact({ connection }) }), 'wechat-devtools')

describe('a handshake that does not come to its end', () => {
  const broken = (phase: 'connect' | 'handshake' | 'finish', cause: string, more: object = {}) =>
    unfinished({ kind: 'no-answer', phase, cause, ...more })

  test('is refused at its end by an alert, or cut there twice', () => {
    expect(broken('finish', 'alert:47')).toEqual(['fail error refused'])
    expect(broken('finish', 'ECONNRESET', { again: true })).toEqual(['fail error cut'])
    expect(broken('finish', 'ECONNRESET')).toEqual(['unknown error no-answer'])
  })
  test.each(['closed', 'ECONNRESET', 'timeout', 'alert:40', 'ERR_SSL_WRONG_SIGNATURE_TYPE'])(
    'before our part (%s) it tells nothing of phones',
    (cause) => expect(broken('handshake', cause)).toEqual(['unknown error no-answer']),
  )
  test('nor does a connection that never came about', () => {
    expect(broken('connect', 'timeout')).toEqual(['unknown error no-answer'])
    expect(unfinished(closedPort)).toEqual(['unknown error no-answer'])
  })
  test.each<[string, Partial<EndpointFacts>]>([
    ['nobody takes TLS 1.2', { handshakes: { ...everyHello(refused), 'tls1.0': accepted('TLSv1') } }],
    ['nobody answers a hello', { handshakes: everyHello(silentHello) }],
    ['nobody is there', { connect: unconnected, handshakes: {} }],
  ])('where %s, other rules speak', (_, more) => {
    expect(
      unfinished({ kind: 'no-answer', phase: 'handshake', cause: 'closed' }, [endpoint('192.0.2.1', more)]),
    ).toEqual(['not-applicable error'])
  })
})
