import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { days: 90 },
  'over-398': {
    days: 398,
    limit: 398,
    notBefore: '2020-09-01T00:00:00Z',
    notAfter: '2021-10-04T00:00:01Z',
    issuedFrom: '2020-09-01',
    issuable: 200,
  },
  'over-825-ios': {
    days: 825,
    limit: 825,
    notBefore: '2019-07-01T00:00:00Z',
    notAfter: '2021-10-03T01:00:01Z',
    issuedFrom: '2019-07-01',
    issuable: 200,
  },
  'over-398-chromium': {
    days: 825,
    limit: 825,
    notBefore: '2019-07-01T00:00:00Z',
    notAfter: '2021-10-03T00:00:01Z',
    issuedFrom: '2018-03-01',
    issuable: 200,
  },
  'mis-issued': {
    days: 47,
    limit: 47,
    notBefore: '2029-03-15T00:00:00Z',
    notAfter: '2029-05-01T00:00:00Z',
    issuedFrom: '2029-03-15',
    issuable: 200,
  },
} satisfies EvidenceOf<typeof rule>
