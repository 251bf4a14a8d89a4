/** Alipay (支付宝). No recording of its own network libraries exists; the system's stack stands for them. */
import { HTTP_APIS, PHONE_AGENT, wholeStack } from '../shapes.js'
import type { FamilyData } from '../types.js'

export const alipay = {
  id: 'alipay',
  rank: 2,
  isAlwaysRead: true,
  names: { en: 'Alipay', zh: '支付宝' },
  runtimes: {
    ios: { stacks: [wholeStack('ios', 'assumed')] },
    android: { stacks: [wholeStack('android', 'assumed')] },
  },
  lists: { apis: HTTP_APIS, per: 'app' },
  request: {
    agent: `${PHONE_AGENT} AlipayDefined(nt:WIFI) AliApp(AP/10.7.50) AlipayClient/10.7.50 Language/zh-Hans MiniProgram`,
  },
} as const satisfies FamilyData
