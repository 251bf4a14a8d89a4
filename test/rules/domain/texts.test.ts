/** The sentences: complete, in both languages, with what each platform adds. */
import { describe, expect, test } from 'vitest'
import ipAddress from '../../../rules/domain/ip-address/en.js'
import limitEn from '../../../rules/domain/limit/en.js'
import type limit from '../../../rules/domain/limit/rule.js'
import limitZh from '../../../rules/domain/limit/zh.js'
import portEn from '../../../rules/domain/port/en.js'
import type port from '../../../rules/domain/port/rule.js'
import portZh from '../../../rules/domain/port/zh.js'
import schemeEn from '../../../rules/domain/scheme/en.js'
import schemeZh from '../../../rules/domain/scheme/zh.js'
import { CLAUSES, RULES } from '../../../rules/index.js'
import type { RuleText } from '../../../src/i18n/index.js'

/** As every rule's texts are read: by their type. */
const both = <R>(en: RuleText<R>, zh: RuleText<R>) => [en, zh]

const about = (platform: 'wechat-ios' | 'alipay-ios' | 'mpaas-android') => ({
  subject: 'https://a.cn',
  platforms: [platform],
})

describe('sources that disagree are named, with the way to choose', () => {
  test('ports', () => {
    for (const text of both<typeof port>(portEn, portZh)) {
      const { 'https-port': allowed, forbidden } = text.reasons
      const found = { host: 'a.cn', port: 8443 }
      expect(allowed.message(found, about('wechat-ios'))).toContain('不能带端口号')
      expect(allowed.fix?.(found, about('wechat-ios'))).toContain('"ports": "forbid"')
      expect(forbidden.fix?.(found, about('wechat-ios'))).toContain('"ports": "allow"')
    }
  })

  test('20 or 200', () => {
    for (const { reasons } of both<typeof limit>(limitEn, limitZh)) {
      const text = reasons['api-limit']
      const found = { api: 'request', count: 21, limit: 20 }
      expect(text.message(found, about('wechat-ios'))).toContain('200')
      expect(text.fix?.(found, about('wechat-ios'))).toContain('"limits": { "domainsPerApi": 200 }')
      expect(text.message({ ...found, count: 201, limit: 200 }, about('wechat-ios'))).not.toContain('20 ')
    }
  })
})

test('Alipay and mPaaS fixes tell to pack again, mPaaS ones of the switch, WeChat ones neither', () => {
  const fix = (platform: Parameters<typeof about>[0]) =>
    schemeEn.reasons.missing.fix?.({ api: 'request', expected: 'https' }, about(platform)) ?? ''
  expect(fix('wechat-ios')).toBe('Put https:// in front.')
  expect(fix('alipay-ios')).toMatch(/pack and upload/)
  expect(fix('alipay-ios')).not.toContain('小程序权限控制开关')
  expect(fix('mpaas-android')).toMatch(/pack and upload[\s\S]*小程序权限控制开关/)
  expect(
    schemeZh.reasons.missing.fix?.({ api: 'request', expected: 'https' }, about('mpaas-android')),
  ).toMatch(/重新打包上传[\s\S]*小程序权限控制开关/)
})

test('only WeChat lets mini programs call their own LAN', () => {
  const text = ipAddress.reasons['lan-address']
  const found = { written: '10.1', address: '10.0.0.1' }
  expect(text.message(found, about('wechat-ios'))).toMatch(
    /10\.1 is a private IP address \(10\.0\.0\.1\).*own LAN/,
  )
  expect(text.message(found, about('alipay-ios'))).not.toMatch(/WeChat/)
})

test('every reason has a level on every platform that demands the rule, or can not occur there', () => {
  const elsewhere: Record<string, string[]> = {
    wechat: ['undocumented'],
    alipay: ['https-port'],
    mpaas: ['https-port'],
  }
  for (const [family, clauses] of Object.entries(CLAUSES))
    for (const { rule, level } of clauses) {
      const own = RULES.find(({ id }) => id === rule && id.startsWith('domain/'))
      if (!own || typeof level === 'string') continue
      const reasons = Object.keys(own.reasons)
      const missing = reasons.filter((reason) => !(reason in level) && !elsewhere[family]?.includes(reason))
      expect(missing, `${family} ${rule}`).toEqual([])
    }
})
