/** The JSON that WeChat's domain interface answers with, read as a config. */
import { type ApiName, FAMILIES } from '../types.js'
import type { Texts } from './messages.js'
import { get, type MapNode, type Node, type Pair, plainValue, type ReportAt } from './nodes.js'

/** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/operation/operation.getDomainInfo.html */
const API_OF_LIST: Record<string, ApiName> = {
  requestdomain: 'request',
  wsrequestdomain: 'connectSocket',
  uploaddomain: 'uploadFile',
  downloaddomain: 'downloadFile',
  udpdomain: 'udp',
  tcpdomain: 'tcp',
}
const OWN_KEYS = ['domains', 'platforms', 'rules', ...FAMILIES]

/** The same lists under our names, places kept; other fields of the answer are left out. Configs come back unchanged. */
export function readWechatAnswer(root: Node, texts: Texts, report: ReportAt): Node | undefined {
  if (root.kind !== 'map' || root.pairs.some(({ key }) => OWN_KEYS.includes(key))) return root
  const lists: Pair[] = []
  for (const { key, at, value } of root.pairs)
    if (Object.hasOwn(API_OF_LIST, key)) lists.push({ key: API_OF_LIST[key] ?? key, at, value })
  const code = get(root, 'errcode')
  if (lists.length === 0 && code !== undefined && plainValue(code) !== 0) {
    const message = get(root, 'errmsg')
    report(code.at, texts.wechatError(String(plainValue(code)), message ? String(plainValue(message)) : ''))
    return undefined
  }
  if (lists.length === 0 && code === undefined) return root
  const domains: MapNode = { kind: 'map', at: root.at, pairs: lists }
  return { kind: 'map', at: root.at, pairs: [{ key: 'domains', at: root.at, value: domains }] }
}
