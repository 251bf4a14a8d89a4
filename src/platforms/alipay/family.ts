/** Alipay (支付宝). Its own network libraries have not been recorded; the system's stack stands in for them. */
import { HTTP_APIS, PHONE_AGENT, wholeStack } from '../shapes.js'
import type { FamilyData } from '../types.js'

export const alipay = {
  id: 'alipay',
  rank: 2,
  isAlwaysRead: true,
  names: { en: 'Alipay', zh: '支付宝' },
  runtimes: {
    ios: { stacks: [wholeStack('ios', 'assumed')] },
    android: { stacks: [wholeStack('android', 'assumed')] },
  },
  lists: { apis: HTTP_APIS, per: 'app' },
  traits: { isListPacked: true, namesSubprotocol: true },
  source: {
    objects: [
      { path: 'my', same: ['default'], also: { httpRequest: 'request' }, byName: 'call' },
      // What `my` is made of, and what pages of H5 have.
      { path: 'AlipayJSBridge', also: { httpRequest: 'request' }, byName: 'call' },
    ],
    imports: { 'remax/ali': 'my', '@remax/ali': 'my' },
    targets: {
      'uni-app': ['mp-alipay'],
      taro: ['alipay'],
      mpx: ['ali'],
      chameleon: ['alipay'],
      remax: ['ali'],
    },
    suffixes: ['my'],
    conditional: ['MP-ALIPAY'],
    sockets: { alis: 'wss', ali: 'ws' },
    project: {
      files: ['mini.project.json'],
      roots: ['miniprogramRoot', 'pluginRoot'],
      server: [],
      markup: '.axml',
      // 忽略 http 请求域名合法性检查 of its developer tools (网络 API 使用须知); the key is not documented; it is taken from the command-line tool
      // `minidev`.
      urlCheck: { files: ['.mini-ide/project-ide.json'], key: ['ignoreHttpDomainCheck'], isInRoots: true },
    },
  },
  request: {
    agent: `${PHONE_AGENT} AlipayDefined(nt:WIFI) AliApp(AP/10.7.50) AlipayClient/10.7.50 Language/zh-Hans MiniProgram`,
  },
} as const satisfies FamilyData
