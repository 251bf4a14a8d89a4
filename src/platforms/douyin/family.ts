/** Douyin (抖音) and the other apps of its open platform. */
import { HTTP_APIS } from '../shapes.js'
import type { FamilyData } from '../types.js'

export const douyin = {
  id: 'douyin',
  rank: 4,
  names: { en: 'Douyin', zh: '抖音' },
  runtimes: { ios: { stacks: [] }, android: { stacks: [] } },
  lists: { apis: HTTP_APIS, per: 'api', ports: 'allow' },
  traits: { lanCalls: true },
  // developer.open-douyin.com, mini games, 网络请求: 配置的域名不能带上端口号 … 小游戏默认支持白名单域名所有端口号的网络请求。
  notes: {
    port: {
      en: ' (Douyin’s mini games differ: their list takes no ports, and a listed domain may be called on any. For a mini game, set "domain/port": ["error", { "ports": "forbid" }].)',
      zh: '（抖音小游戏不同：列表中的域名不能带端口号，已列出的域名可以用任何端口请求。如果是小游戏，请设置 "domain/port": ["error", { "ports": "forbid" }]。）',
    },
  },
  source: {
    objects: [{ path: 'tt', same: ['default'] }],
    imports: { 'remax/toutiao': 'tt', '@remax/toutiao': 'tt' },
    targets: {
      'uni-app': ['mp-toutiao'],
      taro: ['tt'],
      mpx: ['tt'],
      chameleon: ['tt'],
      remax: ['toutiao'],
    },
    conditional: ['MP-TOUTIAO'],
    project: {
      files: ['project.private.config.json', 'project.config.json'],
      roots: ['miniprogramRoot'],
      server: ['cloudfunctionRoot'],
      markup: '.ttml',
      urlCheck: {
        files: ['project.private.config.json', 'project.config.json'],
        key: ['setting', 'urlCheck'],
      },
      hasTimeouts: true,
    },
    ownHosts: ['tmaservice.developer.toutiao.com'],
  },
} as const satisfies FamilyData
