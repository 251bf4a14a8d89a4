/** The rows of every family, by folder. Written by `npm run docs`. */
import { rows as alipay } from '../alipay/clauses.js'
import { rows as baidu } from '../baidu/clauses.js'
import { rows as douyin } from '../douyin/clauses.js'
import { rows as feishu } from '../feishu/clauses.js'
import type { Family } from '../index.js'
import { rows as jd } from '../jd/clauses.js'
import { rows as kuaishou } from '../kuaishou/clauses.js'
import { rows as mpaas } from '../mpaas/clauses.js'
import { rows as qq } from '../qq/clauses.js'
import { rows as wechat } from '../wechat/clauses.js'
import { rows as xiaohongshu } from '../xiaohongshu/clauses.js'
import type { Rows } from './rows.js'

export const ROWS: Record<Family, Rows> = {
  alipay,
  baidu,
  douyin,
  feishu,
  jd,
  kuaishou,
  mpaas,
  qq,
  wechat,
  xiaohongshu,
}
