/** Xiaohongshu (小红书), also RedNote. */
import { HTTP_APIS } from '../shapes.js'
import type { FamilyData } from '../types.js'

export const xiaohongshu = {
  id: 'xiaohongshu',
  rank: 4,
  names: { en: 'Xiaohongshu', zh: '小红书' },
  runtimes: { ios: { stacks: [] }, android: { stacks: [] } },
  lists: { apis: HTTP_APIS, per: 'api' },
  source: {
    objects: [{ path: 'xhs', same: ['default'] }],
    targets: { 'uni-app': ['mp-xhs'], taro: ['xhs'] },
    conditional: ['MP-XHS'],
    project: {
      files: ['project.private.config.json', 'project.config.json'],
      roots: ['miniprogramRoot'],
      server: [],
      markup: '.xhsml',
    },
  },
} as const satisfies FamilyData
