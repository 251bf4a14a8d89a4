/** The rows of every family, by folder. Written by `npm run docs`. */
import { rows as alipay } from '../alipay/clauses.js'
import type { Family } from '../index.js'
import { rows as mpaas } from '../mpaas/clauses.js'
import { rows as wechat } from '../wechat/clauses.js'
import type { Rows } from './rows.js'

export const ROWS: Record<Family, Rows> = { alipay, mpaas, wechat }
