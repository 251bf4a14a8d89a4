/** What was not observed: nobody kept silent who was not asked. */
import { expect, test } from 'vitest'
import { engine as en } from '../../src/i18n/en/engine.js'
import { engine as zh } from '../../src/i18n/zh/engine.js'

test.each([
  [{ phase: 'dns', cause: 'not-asked' }, 'nothing was asked (dns)', '没有探测（dns）'],
  [{ phase: 'connect', cause: 'not-tried' }, 'nothing was asked (connect)', '没有探测（connect）'],
  [{ phase: 'hello', cause: 'timeout' }, 'no answer (hello: timeout)', '没有应答（hello：timeout）'],
])('%j', (evidence, english, chinese) => {
  expect(en.notObserved(evidence, 'a.cn')).toContain(english)
  expect(zh.notObserved(evidence, 'a.cn')).toContain(chinese)
})
