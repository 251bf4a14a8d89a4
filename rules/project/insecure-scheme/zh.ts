import type { RuleText } from '../../../src/i18n/types.js'
import { callsLan, namesOf, on } from '../../../src/i18n/zh/domain-words.js'
import type rule from './rule.js'

export default {
  title: '调用使用 https 或 wss',
  why: '正式版小程序在手机上拒绝 http:// 和 ws://，只有关闭域名校验的开发者工具会放行。',
  howToFix:
    '为服务器部署证书，代码中写 https://（WebSocket 写 wss://）。只有微信中访问局域网设备时可以保留 http://。',
  pass: () => '能确定的 URL 都已加密',
  reasons: {
    insecure: {
      message: ({ origin, scheme }) => `${origin} 使用不加密的 ${scheme}://。`,
      fix: ({ secure, host }) => `请为 ${host} 部署证书，并写成 ${secure}://。`,
    },
    lan: {
      message: ({ origin, scheme }, about) =>
        `${origin} 以 ${scheme}:// 访问局域网地址${on(about, callsLan) ? `，${namesOf(about, callsLan)}允许这样做` : ''}。`,
      fix: (_, about) =>
        on(about, callsLan) ? '请确认访问的只是用户自己局域网中的设备。' : '请为服务器准备公网域名和证书。',
    },
  },
} satisfies RuleText<typeof rule>
