/** The sentences of every family, by folder. Written by `npm run docs`. */
import * as alipay from '../../alipay/quotations.js'
import * as mpaas from '../../mpaas/quotations.js'
import * as wechat from '../../wechat/quotations.js'

export const FAMILY_DOCUMENTS = {
  ...alipay.DOCUMENTS,
  ...mpaas.DOCUMENTS,
  ...wechat.DOCUMENTS,
}
export const FAMILY_QUOTATIONS = {
  ...alipay.QUOTATIONS,
  ...mpaas.QUOTATIONS,
  ...wechat.QUOTATIONS,
}
