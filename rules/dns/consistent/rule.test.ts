import { expect, test } from 'vitest'
import type { EndpointFacts, Handshake } from '../../../src/facts/index.js'
import { authority, base64, chainFact, context, issue, told } from '../../../test/helpers/chains.js'
import {
  accepted,
  closedPort,
  column,
  endpoint,
  everyHello,
  judgments,
  modern,
  refused,
  silent,
  target,
  unconnected,
} from '../../../test/helpers/targets.js'
import rule from './rule.js'

const old = issue({})
const renewed = issue({})
const chain = chainFact([old, authority.intermediate])
const at = (last: number, handshakes: EndpointFacts['handshakes'] = modern(chain)) =>
  endpoint(`93.184.216.${last}`, { handshakes })
const dead = (last: number) =>
  endpoint(`93.184.216.${last}`, { connect: closedPort, handshakes: everyHello(closedPort) })
const quiet = endpoint('93.184.216.9', { connect: unconnected, handshakes: everyHello(unconnected) })
const with13 = (answer: Handshake) => ({ ...modern(chain), 'tls1.3': answer })
const ask = (...endpoints: EndpointFacts[]) => rule.judge({ endpoints } as never, {}, context())

test.each<[string, EndpointFacts[], string[]]>([
  ['one address', [at(1)], ['not-applicable']],
  ['two that do the same', [at(1), at(2)], ['pass']],
  [
    'another leaf',
    [at(1), at(2, modern(chainFact([renewed, authority.intermediate])))],
    ['fail different-leaf'],
  ],
  ['a forgotten intermediate', [at(1), at(2, modern(chainFact([old])))], ['fail different-chain']],
  [
    'another leaf with EC alone',
    [
      at(1),
      at(2, { ...modern(chain), 'tls1.3-ecdsa': accepted('TLSv1.3', { certificates: [base64(renewed)] }) }),
    ],
    ['fail different-leaf'],
  ],
  ['TLS 1.3 on one of them', [at(1), at(2, with13(refused))], ['fail different-versions']],
  ['silence to a version is compared with nothing', [at(1), at(2, with13(silent))], ['pass']],
  ['a closed one', [at(1), at(2), dead(3)], ['fail dead']],
  ['a closed one beside one', [at(1), dead(3)], ['fail dead']],
  ['a silent one is not ours to judge', [at(1), quiet], ['not-applicable']],
  ['nobody lives', [dead(1), dead(2)], ['not-applicable']],
  [
    'two faults',
    [at(1), at(2, { ...modern(chainFact([renewed])), 'tls1.3': refused })],
    ['fail different-leaf', 'fail different-versions'],
  ],
])('%s', (_, endpoints, expected) => expect(told(ask(...endpoints))).toEqual(expected))

test('evidence: which addresses serve which certificate, until when', () => {
  const [finding] = ask(at(1), at(2), at(3, modern(chainFact([renewed]))))
  expect(finding).toMatchObject({
    evidence: {
      groups: [
        { addresses: ['93.184.216.1', '93.184.216.2'], notAfter: old.notAfter.toISOString() },
        { addresses: ['93.184.216.3'], notAfter: renewed.notAfter.toISOString() },
      ],
    },
  })
})

test('a warning on every platform', () => {
  const all = judgments(target([at(1), dead(2)]), { rules: [rule] })
  expect(column(all, rule.id, 'alipay-ios')).toEqual(['fail warning dead'])
})
