/** Kuaishou (快手). */
import { HTTP_APIS } from '../shapes.js'
import type { FamilyData } from '../types.js'

export const kuaishou = {
  id: 'kuaishou',
  rank: 4,
  names: { en: 'Kuaishou', zh: '快手' },
  runtimes: { ios: { stacks: [] }, android: { stacks: [] } },
  lists: { apis: [...HTTP_APIS, 'udp'], per: 'api' },
  source: {
    objects: [{ path: 'ks', same: ['default'] }],
    targets: { 'uni-app': ['mp-kuaishou'], taro: ['kwai'], mpx: ['ks'] },
    conditional: ['MP-KUAISHOU'],
    project: {
      files: ['project.private.config.json', 'project.config.json'],
      roots: ['miniprogramRoot'],
      server: [],
      markup: '.ksml',
    },
  },
} as const satisfies FamilyData
