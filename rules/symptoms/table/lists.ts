/** What platforms report for a host that isn't listed. */
import type { Symptom } from '../types.js'

export const lists = [
  {
    id: 'not-in-list',
    words: {
      wechat: [
        '请刷新项目配置后重新编译项目',
        '合法域名校验出错',
        'url not in domain list',
        '600002',
        '合法域名列表中',
        'not in the domain list',
        '不在以下合法域名',
        '域名不合法',
        '请配置安全域名',
        '不在以下 request 合法域名',
        '不在以下 socket 合法域名',
        '不在以下 downloadfile 合法域名',
        '不在以下 uploadfile 合法域名',
      ],
      alipay: ['无权跨域', '无权调用该接口', 'n22106', 'error: 4', 'error: 11', '错误码 11'],
    },
    causes: ['project/unlisted-domain', 'domain/scheme', 'domain/port', 'domain/subdomain', 'domain/syntax'],
    proof: 'source',
  },
  {
    // TCPSocket.connect, for a name that is not listed and an address outside of the LAN.
    id: 'socket-address',
    words: { wechat: ['connect fail: invalid address', 'tcpsocket.connect connect fail'] },
    causes: ['project/socket-address'],
    proof: 'source',
  },
  {
    id: 'web-view-not-in-list',
    words: { wechat: ['不支持打开非业务域名', '非业务域名', 'webview domain not in list'] },
    causes: ['project/page-resource'],
    proof: 'source',
  },
  {
    id: 'not-checked-in-tools',
    words: { wechat: ['工具未校验合法域名', '不校验合法域名'] },
    causes: ['project/url-check', 'project/unlisted-domain'],
    proof: 'source',
  },
] as const satisfies readonly Symptom[]
