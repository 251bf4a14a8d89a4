/** Every family there is, by folder. Written by `npm run docs`. */
import { alipay } from './alipay/family.js'
import { mpaas } from './mpaas/family.js'
import { wechat } from './wechat/family.js'

export const ALL = [alipay, mpaas, wechat] as const
