/** The pages our sentences stand on. A quotation is the page's own sentence, in its own language. */
import type { Citation, Clause, Parameters } from '../../src/engine/rule.js'
import type { Runtime } from '../../src/types.js'
import type { LevelsOf, NameIn, RuleId } from '../all.js'

const READ_ON = '2026-11-20'

const page =
  (title: string, url: string) =>
  (quote: string): Citation => ({ title, url, quote, readOn: READ_ON })

export const wechatNetwork = page(
  '微信官方文档 · 网络 / 使用说明',
  'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html',
)
/** What held before base library 1.7.0. */
export const wechatSockets = page(
  '微信小程序 API · wx.connectSocket（基础库 1.7.0 之前）',
  'https://developers.weixin.qq.com/miniprogram/dev/api/network/websocket/wx.connectSocket.html',
)
export const mpaasNetwork = page('mPaaS 小程序 · 网络', 'https://help.aliyun.com/document_detail/168776.html')
export const alipayFaq = page(
  '支付宝小程序 · my.request 常见问题',
  'https://opendocs.alipay.com/mini/api/owycmh',
)
/** A guide that stands on no page of its own. */
export const wechatGuide = (quote: string): Citation => ({
  title: '微信小程序开发指南 · 发起HTTPS网络通信',
  quote,
  readOn: READ_ON,
})
export const alipayDocs = (title: string, quote: string): Citation =>
  page(`支付宝小程序 · ${title}`, 'https://github.com/AlipayDocs/open-docs')(quote)
export const ALIPAY_MATCH = alipayDocs('网络 API 使用须知', '服务器域名白名单是以一级域名进行匹配的')
export const appleRequirements = page(
  'Apple · Requirements for trusted certificates in iOS 13 and macOS 10.15',
  'https://support.apple.com/103769',
)
export const appleLifetime = page(
  'Apple · About upcoming limits on trusted certificates',
  'https://support.apple.com/102028',
)
export const baselineRequirements = page(
  'CA/Browser Forum · TLS Baseline Requirements, section 6.3.2',
  'https://cabforum.org/working-groups/server/baseline-requirements/requirements/',
)
export const appleTransparency = page(
  "Apple · Apple's Certificate Transparency policy",
  'https://support.apple.com/103214',
)
export const chromiumTransparency = page(
  'Chromium · Chrome Certificate Transparency Policy',
  'https://googlechrome.github.io/CertificateTransparency/ct_policy.html',
)

/** Makes the clauses of one group of rules, for the runtimes named. */
export const clausesOf =
  <Group extends string>(group: Group) =>
  (...on: Runtime[]) =>
  <Name extends NameIn<Group>>(
    name: Name,
    level: LevelsIn<Group, Name>,
    cite: Citation,
    parameters?: Parameters,
  ): Clause => ({
    rule: `${group}/${name}`,
    on,
    level,
    cite,
    ...(parameters && { parameters }),
  })

type LevelsIn<Group extends string, Name extends string> = `${Group}/${Name}` extends infer Id extends RuleId
  ? LevelsOf<Id>
  : never
