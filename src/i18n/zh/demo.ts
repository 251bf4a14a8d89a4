/** What each server of the demo gets wrong, and what an audit is expected to find, Chinese. */
import type { demo as en } from '../en/demo.js'

export const demo: typeof en = {
  api: { title: '一切正常的服务器', shows: '全部通过' },
  ws: { title: '一切正常的 WebSocket 服务器', shows: '全部通过' },
  'no-intermediate': { title: '缺少中间证书', shows: '桌面浏览器正常，Android 失败' },
  expired: { title: '证书已过期', shows: '所有平台失败' },
  'expires-soon': { title: '证书一周内到期', shows: '警告' },
  'wrong-name': { title: '证书域名不匹配', shows: '所有平台失败' },
  'self-signed': { title: '自签名证书', shows: '所有平台失败' },
  'office-ca': { title: '手机不认识的私有 CA', shows: '所有平台失败' },
  'wrong-order': { title: '证书链顺序错误', shows: '旧客户端会出错' },
  'root-sent': { title: '多发送了根证书', shows: '提示：浪费流量' },
  'tls11-only': { title: '只支持 TLS 1.1', shows: '所有平台失败' },
  'no-forward-secrecy': { title: '加密套件不支持前向保密', shows: 'iOS 失败（ATS）' },
  'weak-key': { title: '1024 位 RSA 密钥', shows: 'iOS 失败' },
  sha1: { title: 'SHA-1 签名', shows: '所有平台失败' },
  'plain-http': { title: 'HTTPS 端口上是明文 HTTP', shows: '所有平台失败' },
  refused: { title: '端口无服务', shows: '所有平台失败' },
  silent: { title: '接受连接但不应答', shows: '未知：没有应答不能证明什么' },
}
