/** WeChat (微信). */
import { HTTP_APIS, PHONE_AGENT, wholeStack } from '../shapes.js'
import type { FamilyData, Stack, StackFamily } from '../types.js'
import { CONSOLE } from './console.js'

/**
 * 网络调优 (minigame/dev/guide/performance/perf-network.html, read on 2026-11-20). Requests and downloads go through
 * cronet, uploads through the system's stack, sockets through WeChat's own wcwss, which has not been recorded: cronet, from the
 * same app, stands in for it. Older WeChat sent everything through the system's stack, and one server
 * usually carries several APIs, so a server is tested against all stacks of a platform.
 */
const CRONET: Stack = { family: 'chromium', apis: ['request', 'downloadFile'], certainty: 'documented' }
const SOCKETS: Stack = { family: 'chromium', apis: ['connectSocket'], certainty: 'assumed' }
const uploads = (family: StackFamily): Stack => ({ family, apis: ['uploadFile'], certainty: 'documented' })

export const wechat = {
  id: 'wechat',
  rank: 1,
  isDefault: true,
  isAlwaysRead: true,
  names: { en: 'WeChat', zh: '微信' },
  runtimes: {
    ios: { stacks: [uploads('ios'), CRONET, SOCKETS] },
    android: { stacks: [uploads('android'), CRONET, SOCKETS] },
    devtools: {
      names: { en: 'WeChat devtools', zh: '微信开发者工具' },
      stacks: [wholeStack('chromium', 'documented')],
      recordedOn: 'desktop',
    },
    // The page of wx.request lists HarmonyOS, Windows and Mac as supported; no page says anything about their libraries and
    // roots.
    harmonyos: { isExtra: true, stacks: [] },
    windows: { isExtra: true, stacks: [] },
    mac: { isExtra: true, stacks: [] },
  },
  lists: { apis: [...HTTP_APIS, 'udp', 'tcp'], per: 'api', ports: 'allow' },
  console: CONSOLE,
  traits: { lanCalls: true },
  notes: {
    port: {
      en: ' (WeChat’s present page allows ports; older ones say 不能带端口号.)',
      zh: '（此处按微信较新的文档允许端口；旧文档写的是“不能带端口号”。）',
    },
    'no-port': { en: '; WeChat’s older pages: 不能带端口号', zh: '；依据微信旧文档“不能带端口号”' },
    limit: {
      en: ' WeChat’s pages said 20 per API (最多 20 个域名); its interface for third-party platforms now accepts 200 (均最大支持200个).',
      zh: '这里按微信文档的“最多 20 个域名”判断；第三方平台接口的文档现为“均最大支持200个”。',
    },
  },
  source: {
    // `wx.pro` and `wx.p` are added by wx-promise-pro and similar packages.
    objects: [{ path: 'wx', same: ['pro', 'p', 'default'], isHandedOn: true }],
    // Promises for the same object.
    imports: { labrador: 'wx', 'remax/wechat': 'wx', '@remax/wechat': 'wx' },
    targets: {
      'uni-app': ['mp-weixin'],
      taro: ['weapp'],
      mpx: ['wx'],
      chameleon: ['wx'],
      remax: ['wechat'],
    },
    conditional: ['MP-WEIXIN'],
    sockets: { wxs: 'wss', wx: 'ws' },
    project: {
      files: ['project.private.config.json', 'project.config.json'],
      roots: ['miniprogramRoot', 'srcMiniprogramRoot', 'pluginRoot'],
      server: ['cloudfunctionRoot', 'cloudcontainerRoot'],
      hasPacking: true,
      markup: '.wxml',
      // 项目配置文件, setting.urlCheck.
      urlCheck: {
        files: ['project.private.config.json', 'project.config.json'],
        key: ['setting', 'urlCheck'],
      },
      hasTimeouts: true,
    },
    // developers.weixin.qq.com: Referer.
    ownHosts: ['servicewechat.com'],
  },
  // The network page of the documentation (Referer); versions of released mini programs count from 1.
  request: {
    agent: `${PHONE_AGENT} MicroMessenger/8.0.60(0x18003c32) NetType/WIFI Language/zh_CN`,
    referer: 'https://servicewechat.com/{appid}/1/page-frame.html',
  },
  appid: {
    pattern: /^wx[0-9a-f]{16}$/,
    unknown: 'wx0000000000000000',
    sent: 'https://servicewechat.com/APPID/VERSION/page-frame.html',
  },
} as const satisfies FamilyData
