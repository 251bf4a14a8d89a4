/** mPaaS: Alipay's client in other apps. */
import { alipay } from '../alipay/family.js'
import type { FamilyData } from '../types.js'

export const mpaas = {
  id: 'mpaas',
  rank: 3,
  isAlwaysRead: true,
  names: { en: 'mPaaS', zh: 'mPaaS' },
  runtimes: { ios: alipay.runtimes.ios, android: alipay.runtimes.android },
  lists: alipay.lists,
  traits: { ...alipay.traits, listSwitch: '小程序权限控制开关' },
  source: {
    objects: alipay.source.objects,
    targets: alipay.source.targets,
    conditional: alipay.source.conditional,
    sockets: alipay.source.sockets,
    project: alipay.source.project,
  },
  request: alipay.request,
} as const satisfies FamilyData
