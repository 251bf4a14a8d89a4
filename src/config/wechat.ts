/** The JSON response of WeChat's domain interface, read as a config. */

import type { ConfigTexts } from '../i18n/config.js'
import { type ApiName, FAMILIES } from '../types.js'
import { get, items, type MapNode, type Node, type Pair, plainValue, type ReportAt } from './nodes.js'
import { suggest } from './suggest.js'

/** https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/operation/operation.getDomainInfo.html */
export const API_OF_LIST: Record<string, ApiName> = {
  requestdomain: 'request',
  wsrequestdomain: 'connectSocket',
  uploaddomain: 'uploadFile',
  downloaddomain: 'downloadFile',
  udpdomain: 'udp',
  tcpdomain: 'tcp',
}
/** Other fields of this response, and of the calls that change lists. */
export const OTHER_KEYS = [
  '$schema',
  'errcode',
  'errmsg',
  'action',
  ...['bizdomain', 'webviewdomain', 'no_icp_domain'],
]
/** Domains the console rejected: they aren't in any list. */
export const REFUSED_KEYS = Object.keys(API_OF_LIST).map((key) => `invalid_${key}`)
export const OWN_KEYS = ['domains', 'platforms', 'rules', ...FAMILIES]

/** The same lists under our names, with their positions; other fields are dropped. Configs are returned unchanged. */
export function readWechatAnswer(root: Node, texts: ConfigTexts, report: ReportAt): Node | undefined {
  if (root.kind !== 'map' || root.pairs.some(({ key }) => OWN_KEYS.includes(key))) return root
  const lists: Pair[] = []
  const strange: Pair[] = []
  for (const pair of root.pairs) {
    const { key, at, value } = pair
    if (Object.hasOwn(API_OF_LIST, key)) lists.push({ key: API_OF_LIST[key] ?? key, at, value })
    else if (!OTHER_KEYS.includes(key) && !REFUSED_KEYS.includes(key)) strange.push(pair)
  }
  const code = get(root, 'errcode')
  if (code !== undefined && plainValue(code) !== 0) {
    const message = get(root, 'errmsg')
    report(code.at, texts.wechatError(told(code), message ? told(message) : ''))
    return undefined
  }
  if (lists.length === 0 && code === undefined) return root
  // A misspelled list would be silently ignored.
  for (const { key, at } of strange) report(at, texts.unknownKey(key, suggest(key, Object.keys(API_OF_LIST))))
  for (const { key, at, value } of root.pairs)
    if (REFUSED_KEYS.includes(key) && items(value).length > 0) report(at, texts.refusedDomains(key))
  const domains: MapNode = { kind: 'map', at: root.at, pairs: lists }
  return { kind: 'map', at: root.at, pairs: [{ key: 'domains', at: root.at, value: domains }] }
}

const told = (node: Node): string => {
  const value = plainValue(node)
  return typeof value === 'string' ? value : JSON.stringify(value)
}
