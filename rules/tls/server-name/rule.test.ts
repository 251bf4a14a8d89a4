import { expect, test } from 'vitest'
import type { Handshake } from '../../../src/facts/index.js'
import { base64, chainFact, context, HOST, issue, told } from '../../../test/helpers/chains.js'
import {
  accepted,
  column,
  endpoint,
  judgments,
  modern,
  refused,
  silent,
  target,
} from '../../../test/helpers/targets.js'
import rule from './rule.js'

const own = issue({})
const other = issue({ names: ['default.example.net'] })
const renewed = issue({ names: [HOST, 'www.example.com'] })
const chain = chainFact([own])
const drew = (leaf: typeof own): Handshake => accepted('TLSv1.3', { certificates: [base64(leaf)] })

const ask = (nameless: Handshake, handshakes = modern(chain)) =>
  rule.judge(
    { endpoint: endpoint('93.184.216.34', { handshakes, chains: [chain] }), nameless } as never,
    {},
    context(),
  )

const warned = (): ReturnType<typeof modern> => ({
  ...modern(chain),
  'tls1.2': accepted('TLSv1.2', { certificates: chain.certificates, warningAlert: 112 }),
})
const otherWarning = () => ({ ...modern(chain), 'tls1.2': accepted('TLSv1.2', { warningAlert: 90 }) })

test.each<[string, Handshake, ReturnType<typeof modern>, string[]]>([
  ['the same certificate', drew(own), modern(chain), ['pass']],
  ['another one for the same name', drew(renewed), modern(chain), ['pass']],
  ['one for another name', drew(other), modern(chain), ['fail other-certificate']],
  ['unreadable', accepted('TLSv1.3', { certificates: ['AAAA'] }), modern(chain), ['fail other-certificate']],
  ['a refusal', { kind: 'refused', by: 'alert', alert: 112 }, modern(chain), ['fail refused']],
  ['silence', silent, modern(chain), ['unknown no-answer']],
  ['a flight without certificates', accepted('TLSv1.3'), modern(chain), ['unknown no-answer']],
  ['a warning alert, and nothing else', drew(own), warned(), ['fail warning-alert']],
  [
    'a warning alert and another certificate',
    drew(other),
    warned(),
    ['fail warning-alert', 'fail other-certificate'],
  ],
  ['another warning', drew(own), otherWarning(), ['pass']],
  ['no hello was accepted', refused, { 'tls1.2': refused, 'tls1.3': refused }, ['not-applicable']],
])('%s', (_, nameless, handshakes, expected) => expect(told(ask(nameless, handshakes))).toEqual(expected))

test('evidence names whose certificate it is', () => {
  expect(ask(drew(other))).toMatchObject([{ evidence: { names: ['default.example.net'] } }])
})

test('it is information', () => {
  const facts = target([endpoint('93.184.216.34', { nameless: refused, chains: [chain] })])
  expect(column(judgments(facts, { rules: [rule] }), rule.id, 'wechat-android')).toEqual([
    'fail info refused',
  ])
})
