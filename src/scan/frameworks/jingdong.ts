/** 京东's mini programs. */
import { foreign } from './shapes.js'
import type { Framework } from './types.js'

export const jingdong: Framework = { name: 'jingdong', packages: [], objects: [foreign('jd')] }
