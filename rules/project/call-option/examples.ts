import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {},
  'timeout-too-long': { callee: 'wx.request', option: 'timeout', value: '120000', most: 60_000 },
  'timeout-too-short': { callee: 'wx.request', option: 'timeout', value: '200', least: 1000 },
  'file-type': { callee: 'my.uploadFile', option: 'fileType', value: 'pdf', fileTypes: ['image'] },
  'header-value': { callee: 'my.request', option: 'x-count', value: '1' },
  'close-reason': { callee: 'close', option: 'reason', value: 'bye', bytes: 150, most: 123 },
} satisfies EvidenceOf<typeof rule>
