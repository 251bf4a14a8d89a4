import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { paths: ['/'] },
  unlisted: { path: '/b', from: 'https://api.example.com/b', to: 'https://x.test/', apis: ['request'] },
  insecure: { path: '/c', from: 'https://api.example.com/c', to: 'http://x.test/' },
  loop: { path: '/v1', from: 'https://api.example.com/v1', to: 'https://api.example.com/v1' },
  nowhere: { path: '/v1', from: 'https://api.example.com/v1', to: '::' },
  'default-path': {
    path: '/',
    from: 'https://api.example.com/',
    to: 'https://www.example.com/',
    problem: 'unlisted',
    apis: ['request'],
  },
  'too-many': { path: '/v1', from: 'https://api.example.com/v1xxxxx', to: 'https://api.example.com/x' },
  'not-followed': { path: '/v1', from: 'https://api.example.com/v1', to: 'https://img.example.com/' },
  'no-answer': { path: '/v1', phase: 'first-byte', cause: 'closed' },
} satisfies EvidenceOf<typeof rule>
