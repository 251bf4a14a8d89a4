import { expect, test } from 'vitest'
import type { Handshake, ServerFlight } from '../../../src/facts/index.js'
import { accepted, endpoint, modern, refused, target } from '../../../test/helpers/targets.js'
import { answer, httpFact, path, told } from '../../../test/rules/http/helpers.js'
import rule from './rule.js'

test('HTTP/2 over a suite that it forbids', () => {
  const toldAt = (chosen: Partial<ServerFlight>, tls13: Handshake = refused) => {
    const handshakes = { ...modern(), 'tls1.2': accepted('TLSv1.2', chosen), 'tls1.3': tls13 }
    const http = httpFact({ paths: [path([answer()])] })
    const facts = target([endpoint('192.0.2.1', { handshakes })], { http })
    return (['wechat-ios', 'wechat-android', 'wechat-devtools'] as const).map(
      (one) => told(rule, facts, one)[0],
    )
  }
  const passes = Array(3).fill('pass error')
  const weak = ['warning', 'warning', 'error'].map((level) => `fail ${level} http2-weak-suite`)
  for (const cipher of [0xc013, 0x009c, 0x002f]) expect(toldAt({ cipher, alpn: 'h2' })).toEqual(weak)
  expect(toldAt({ cipher: 0xc02f, alpn: 'h2' })).toEqual(passes)
  expect(toldAt({ cipher: 0xc013, alpn: 'http/1.1' })).toEqual(passes)
  expect(toldAt({ cipher: 0xc013, alpn: 'h2' }, accepted('TLSv1.3'))).toEqual(passes)
})
