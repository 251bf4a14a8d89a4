/** 小红书's mini programs. */
import { foreign } from './shapes.js'
import type { Framework } from './types.js'

export const xiaohongshu: Framework = { name: 'xiaohongshu', packages: [], objects: [foreign('xhs')] }
