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
