/** Feishu (飞书), known as Lark outside China. */
import { HTTP_APIS } from '../shapes.js'
import type { FamilyData } from '../types.js'

export const feishu = {
  id: 'feishu',
  rank: 4,
  names: { en: 'Feishu/Lark', zh: '飞书' },
  runtimes: {
    ios: { stacks: [] },
    android: { stacks: [] },
    harmonyos: { isExtra: true, stacks: [] },
    windows: { isExtra: true, stacks: [] },
    mac: { isExtra: true, stacks: [] },
  },
  lists: { apis: HTTP_APIS, per: 'api' },
  source: {
    objects: [{ path: 'tt', same: ['default'] }],
    targets: { 'uni-app': ['mp-lark'], taro: ['lark'] },
    conditional: ['MP-LARK'],
    project: {
      files: ['project.private.config.json', 'project.config.json'],
      roots: ['miniprogramRoot'],
      server: [],
      markup: '.ttml',
    },
    ownHosts: ['tmaservice.developer.toutiao.com'],
  },
} as const satisfies FamilyData
