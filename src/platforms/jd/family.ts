/** JD (京东). */
import { HTTP_APIS } from '../shapes.js'
import type { FamilyData } from '../types.js'

export const jd = {
  id: 'jd',
  rank: 4,
  names: { en: 'JD', zh: '京东' },
  runtimes: { ios: { stacks: [] }, android: { stacks: [] } },
  lists: { apis: HTTP_APIS, per: 'api' },
  source: {
    objects: [{ path: 'jd', same: ['default'] }],
    targets: { 'uni-app': ['mp-jd'], taro: ['jd'], mpx: ['jd'] },
    conditional: ['MP-JD'],
    project: {
      files: ['project.private.config.json', 'project.config.json'],
      roots: ['miniprogramRoot'],
      server: [],
      markup: '.jxml',
    },
  },
} as const satisfies FamilyData
