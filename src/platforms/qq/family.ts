/** QQ. */
import { HTTP_APIS } from '../shapes.js'
import type { FamilyData } from '../types.js'

export const qq = {
  id: 'qq',
  rank: 4,
  names: { en: 'QQ', zh: 'QQ' },
  runtimes: { ios: { stacks: [] }, android: { stacks: [] } },
  lists: { apis: HTTP_APIS, per: 'api', ports: 'allow' },
  source: {
    objects: [{ path: 'qq', same: ['default'] }],
    targets: { 'uni-app': ['mp-qq'], taro: ['qq'], mpx: ['qq'], chameleon: ['qq'] },
    conditional: ['MP-QQ'],
    project: {
      files: ['project.private.config.json', 'project.config.json'],
      roots: ['miniprogramRoot', 'qqappRoot'],
      server: ['cloudfunctionRoot'],
      markup: '.qml',
      urlCheck: {
        files: ['project.private.config.json', 'project.config.json'],
        key: ['setting', 'urlCheck'],
      },
      hasTimeouts: true,
    },
    ownHosts: ['appservice.qq.com'],
  },
} as const satisfies FamilyData
