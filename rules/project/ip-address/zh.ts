import type { RuleText } from '../../../src/i18n/types.js'
import { callsLan, namesOf, on } from '../../../src/i18n/zh/domain-words.js'
import type rule from './rule.js'

export default {
  title: '调用使用域名而不是 IP 地址或 localhost',
  why: 'IP 地址不能配置为服务器域名，localhost 是手机自身：这样的调用只在开发者的电脑上有效。',
  howToFix:
    '为服务器准备域名和证书。本机调试时按构建环境或 wx.getAccountInfoSync().miniProgram.envVersion 选择主机，使正式版不含该地址。',
  pass: () => '能确定的主机都是域名',
  reasons: {
    address: {
      message: ({ origin, address, host }) =>
        `${origin} 是 IP 地址${address === null || address === host ? '' : `（${address}）`}，不能配置为服务器域名。`,
      fix: () => '请为服务器准备域名和证书，并调用该域名。',
    },
    lan: {
      message: ({ origin }, about) =>
        `${origin} 是局域网地址${on(about, callsLan) ? `：${namesOf(about, callsLan)}允许访问，但只有同一局域网中的手机能连上` : '，公网上的手机连不上'}。`,
      fix: () => '除非访问的是用户自己局域网中的设备，否则请调用公网域名。',
    },
    localhost: {
      message: ({ origin }) => `${origin} 是手机自身。`,
      fix: () => '正式版中请调用服务器的公网域名。',
    },
  },
} satisfies RuleText<typeof rule>
