/** Baidu's smart programs (百度智能小程序). */
import { HTTP_APIS } from '../shapes.js'
import type { FamilyData } from '../types.js'

export const baidu = {
  id: 'baidu',
  rank: 4,
  names: { en: 'Baidu', zh: '百度' },
  runtimes: { ios: { stacks: [] }, android: { stacks: [] } },
  lists: { apis: HTTP_APIS, per: 'api', ports: 'forbid' },
  source: {
    objects: [{ path: 'swan', same: ['default'] }],
    targets: { 'uni-app': ['mp-baidu'], taro: ['swan'], mpx: ['swan'], chameleon: ['baidu'] },
    conditional: ['MP-BAIDU'],
    project: { files: ['project.swan.json'], roots: ['smartProgramRoot'], server: [], markup: '.swan' },
    ownHosts: ['smartapp.baidu.com', 'smartapps.cn'],
  },
} as const satisfies FamilyData
