import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

type Unlisted = { api: string; origin: string; host: string; near: string }

const spelling = (near: string) => (near === '' ? '' : `已配置的是 ${near}，两者之一可能写错。`)
const list = (found: Unlisted) =>
  found.near === ''
    ? `请把 ${found.api}://${found.host} 加入小程序后台（开发管理 → 服务器域名）的 ${found.api} 和配置文件，或去掉这个调用。`
    : `请改正拼写：配置的是 ${found.near}，调用的是 ${found.host}。`

export default {
  title: 'UDP 和 TCP 套接字连接的地址可以访问',
  why: 'TCP 套接字只能连接已配置的域名和同一局域网中的设备，有些端口完全禁止：在手机上 connect 会报“invalid address”，开发者工具却能通过。',
  howToFix:
    '把域名配置到 udp 或 tcp 合法域名中，不写端口；公网服务器用域名访问。如果访问的是用户自己局域网中的设备，可以用局域网地址。',
  pass: () => '套接字连接的域名都已配置',
  unknown: {
    'other-port': 'udp 和 tcp 合法域名是否比较端口，没有文档说明',
    'no-list': '没有文档说明这种套接字可以连接哪些地址',
  },
  reasons: {
    'unlisted-tcp': {
      message: (found) =>
        `${found.api} 调用了 ${found.origin}，但它不在 ${found.api} 合法域名中。${spelling(found.near)}`,
      fix: list,
    },
    'unlisted-udp': {
      message: (found) =>
        `${found.api} 调用了 ${found.origin}，但它不在 ${found.api} 合法域名中。2.9.3 及以下的基础库会拒绝；之后的版本，文档中一页说可以是任意域名，另一页没有这样说。${spelling(found.near)}`,
      fix: list,
    },
    address: {
      message: ({ origin }) => `${origin} 是局域网以外的 IP 地址，不能配置为服务器域名。`,
      fix: ({ api }) => `请为服务器准备域名，配置到 ${api} 合法域名，并连接该域名。`,
    },
    'udp-address': {
      message: ({ origin }) =>
        `${origin} 不能配置为服务器域名：2.9.3 以后的基础库可以发送，更早的只能发给局域网。`,
      fix: () => '除非要支持更早的基础库，否则无需修改。',
    },
    lan: {
      message: ({ origin }) => `${origin} 是局域网地址：只有同一局域网中的手机能连上。`,
      fix: () => '除非访问的是用户自己局域网中的设备，否则请使用公网域名。',
    },
    own: {
      message: ({ origin }) => `${origin} 是手机自身，套接字不能连接。`,
      fix: () => '正式版中请连接服务器的域名。',
    },
    'closed-port': {
      message: ({ origin, port }) => `${origin}：TCP 套接字禁止连接端口 ${port}。`,
      fix: () => '请让服务器监听其他端口：大于 1024，且不在平台的禁止列表中。',
    },
    malformed: {
      message: ({ origin }) => `${origin}：套接字的 address 只能是主机，不带协议、路径和端口。`,
      fix: () => '请把主机写在 address 中，端口写在 port 中。',
    },
    'other-port': {
      message: ({ origin, listed }) => `调用的是 ${origin}，配置的是 ${listed}：是否比较端口没有文档说明。`,
      fix: ({ api, host }) => `请配置不带端口的 ${api}://${host}。`,
    },
    'no-list': {
      message: ({ origin, api }) => `${api} 调用了 ${origin}，没有文档说明这里的套接字可以连接哪些地址。`,
      fix: () => '请用正式版在手机上试验，或在该平台去掉这个调用。',
    },
  },
} satisfies RuleText<typeof rule>
