/** The sentences of every family, by folder. Written by `npm run docs`. */
import * as alipay from '../../alipay/quotations.js'
import * as baidu from '../../baidu/quotations.js'
import * as douyin from '../../douyin/quotations.js'
import * as feishu from '../../feishu/quotations.js'
import * as jd from '../../jd/quotations.js'
import * as kuaishou from '../../kuaishou/quotations.js'
import * as mpaas from '../../mpaas/quotations.js'
import * as qq from '../../qq/quotations.js'
import * as wechat from '../../wechat/quotations.js'
import * as xiaohongshu from '../../xiaohongshu/quotations.js'

export const FAMILY_DOCUMENTS = {
  ...alipay.DOCUMENTS,
  ...baidu.DOCUMENTS,
  ...douyin.DOCUMENTS,
  ...feishu.DOCUMENTS,
  ...jd.DOCUMENTS,
  ...kuaishou.DOCUMENTS,
  ...mpaas.DOCUMENTS,
  ...qq.DOCUMENTS,
  ...wechat.DOCUMENTS,
  ...xiaohongshu.DOCUMENTS,
}
export const FAMILY_QUOTATIONS = {
  ...alipay.QUOTATIONS,
  ...baidu.QUOTATIONS,
  ...douyin.QUOTATIONS,
  ...feishu.QUOTATIONS,
  ...jd.QUOTATIONS,
  ...kuaishou.QUOTATIONS,
  ...mpaas.QUOTATIONS,
  ...qq.QUOTATIONS,
  ...wechat.QUOTATIONS,
  ...xiaohongshu.QUOTATIONS,
}
