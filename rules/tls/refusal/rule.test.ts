import { describe, expect, test } from 'vitest'
import type { EndpointFacts, Handshake, Refusal } from '../../../src/facts/index.js'
import { chainFact, context, issue, told } from '../../../test/helpers/chains.js'
import {
  accepted,
  column,
  endpoint,
  everyHello,
  judgments,
  silent,
  target,
} from '../../../test/helpers/targets.js'
import { versions } from '../../../test/rules/tls/versions.js'
import rule from './rule.js'

const alert = (code: number): Refusal => ({ kind: 'refused', by: 'alert', alert: code })
const reset: Refusal = { kind: 'refused', by: 'reset' }
const closed: Refusal = { kind: 'refused', by: 'closed' }
const older: Refusal = { kind: 'refused', by: 'other-version', version: 'TLSv1' }
const [leaf = ''] = chainFact([issue({ names: ['default.example.net'] })]).certificates
const works = accepted('TLSv1.3', { certificates: [leaf] })

/** The answers to TLS 1.2 and 1.3 and to a hello without a name; older versions are refused. */
function ask(modern: Handshake | [Handshake, Handshake], nameless?: Handshake, old = '---') {
  const [tls12, tls13] = Array.isArray(modern) ? modern : [modern, modern]
  const place: Partial<EndpointFacts> = {
    handshakes: { ...everyHello(tls12), 'tls1.3': tls13 },
    ...(nameless && { nameless }),
  }
  const facts = {
    endpoint: endpoint('93.184.216.34', place),
    tlsVersions: { ...versions(`${old}--`), 'TLSv1.2': tls12, 'TLSv1.3': tls13 },
  }
  return rule.judge(facts as never, {}, context())
}

describe('the cause of a refusal', () => {
  test.each<[string, Parameters<typeof ask>, string]>([
    ['TLS 1.2 is taken', [[works, alert(70)]], 'pass'],
    ['TLS 1.3 alone is taken', [[alert(70), works]], 'pass'],
    ['the server does not know the name', [alert(112)], 'fail not-bound'],
    ['nor any other, nor none', [alert(112), alert(112)], 'fail not-bound'],
    ['one version says so, the other is not spoken', [[alert(112), alert(70)]], 'fail not-bound'],
    ['it answers without the name alone', [alert(40), works], 'fail not-bound'],
    ['an internal error with the name alone', [alert(80), works], 'fail not-bound'],
    ['reset with the name alone', [reset, works], 'fail cut-by-name'],
    ['closed with the name alone', [closed, works], 'fail cut-by-name'],
    ['silent with the name alone', [silent, works], 'unknown silent-by-name'],
    ['silent with the name and without', [silent, silent], 'not-applicable'],
    ['silent, and nothing was asked without the name', [silent], 'not-applicable'],
    ['one version silent, the other refused', [[silent, alert(40)], works], 'not-applicable'],
    ['TLS 1.3 refuses as well: it is not the suites', [alert(40), alert(40)], 'fail nothing-for-name'],
    ['the same, and without a name silence', [alert(40), silent], 'fail nothing-for-name'],
    ['the same, and nothing was asked without the name', [alert(40)], 'fail nothing-for-name'],
    ['nothing in common, and no TLS 1.3', [[alert(40), alert(70)], alert(40)], 'fail nothing-in-common'],
    ['too weak', [[alert(71), alert(70)]], 'fail nothing-in-common'],
    ['a client certificate is demanded', [alert(116), alert(116)], 'fail client-certificate'],
    ['the same in older words', [alert(42), alert(42)], 'fail client-certificate'],
    ['no protocol in common', [alert(120), alert(120)], 'fail protocol'],
    ['an alert that tells nothing', [alert(80), alert(80)], 'fail refused'],
    ['reset whatever is asked', [reset, reset], 'fail refused'],
    ['the version is the reason', [alert(70), alert(70)], 'not-applicable'],
    ['the version, by an older ServerHello', [older, older], 'not-applicable'],
    ['older versions are spoken', [alert(40), alert(40), '-+-'], 'not-applicable'],
    ['older versions, which offer no protocol', [alert(120), alert(120), '-++'], 'fail protocol'],
    ['older versions, and the name is not known', [alert(112), alert(112), '+--'], 'fail not-bound'],
    ['older versions, and one of today silent', [[silent, alert(120)], alert(120), '-++'], 'not-applicable'],
  ])('%s', (_, asked, expected) => expect(told(ask(...asked))).toEqual([expected]))

  test('whose certificate comes without the name is reported', () => {
    expect(ask(alert(40), works)).toMatchObject([
      { evidence: { by: 'alert', alert: 40, others: ['default.example.net'] } },
    ])
  })
})

test('an answer to a hello that can hold no name is none to the name', () => {
  const handshakes = { ...everyHello(silent), ssl3: alert(40) }
  const facts = {
    endpoint: endpoint('93.184.216.34', { handshakes, nameless: works }),
    tlsVersions: { ...versions('-????'), SSLv3: alert(40) },
  }
  expect(told(rule.judge(facts as never, {}, context()))).toEqual(['unknown silent-by-name'])
})

test('is an error on every platform, and what was never asked is not observed', () => {
  const facts = (handshakes: EndpointFacts['handshakes']) =>
    judgments(target([endpoint('93.184.216.34', { handshakes, nameless: works })]), { rules: [rule] })
  expect(facts(everyHello(alert(112)))).toMatchObject([{ level: 'error', platforms: { length: 7 } }])
  const { 'tls1.3': _, ...rest } = everyHello(alert(112))
  expect(column(facts(rest), rule.id, 'wechat-ios')).toEqual(['unknown error not-observed'])
})
