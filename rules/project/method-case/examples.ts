import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { methods: ['GET', 'POST', 'PUT', 'DELETE'] },
  'lower-case': {
    callee: 'wx.request',
    method: 'get',
    upper: 'GET',
    methods: ['GET', 'POST', 'PUT', 'DELETE'],
  },
  unsupported: {
    callee: 'wx.request',
    method: 'HEAD',
    upper: 'HEAD',
    methods: ['GET', 'POST', 'PUT', 'DELETE'],
  },
} satisfies EvidenceOf<typeof rule>
