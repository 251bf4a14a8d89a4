/** Every family there is, by folder. Written by `npm run docs`. */
import { alipay } from './alipay/family.js'
import { baidu } from './baidu/family.js'
import { douyin } from './douyin/family.js'
import { feishu } from './feishu/family.js'
import { jd } from './jd/family.js'
import { kuaishou } from './kuaishou/family.js'
import { mpaas } from './mpaas/family.js'
import { qq } from './qq/family.js'
import { wechat } from './wechat/family.js'
import { xiaohongshu } from './xiaohongshu/family.js'

export const ALL = [alipay, baidu, douyin, feishu, jd, kuaishou, mpaas, qq, wechat, xiaohongshu] as const
