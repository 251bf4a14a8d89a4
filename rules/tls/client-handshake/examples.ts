import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: {
    clients: [
      {
        id: 'cronet-android-16',
        name: 'Chromium 133-142 (Android)',
        version: 'TLSv1.3',
        suite: 4866,
        group: 29,
        certainty: 'predicted',
        hello: 'captured',
        verdict: 'connects',
      },
    ],
  },
  'cannot-connect': {
    family: 'chromium',
    lacking: 'other',
    failed: [
      {
        id: 'chromium-110',
        name: 'Chromium 106-118',
        hello: 'captured',
        offered: {
          versions: ['TLSv1.3', 'TLSv1.2'],
          suites: [
            4865, 4866, 4867, 49195, 49199, 49196, 49200, 52393, 52392, 49171, 49172, 156, 157, 47, 53,
          ],
          groups: [29, 23, 24],
        },
        got: { by: 'alert', alert: 70, version: null, fault: 'answer' },
        lacking: 'other',
      },
    ],
    undetermined: [],
    clients: [
      {
        id: 'chromium-51',
        name: 'Chromium 51-54',
        version: 'TLSv1.2',
        suite: 49199,
        group: 23,
        certainty: 'predicted',
        hello: 'captured',
        verdict: 'connects',
      },
    ],
  },
  'legacy-cannot-connect': {
    family: 'ios',
    lacking: 'other',
    failed: [
      {
        id: 'ios-9',
        name: 'iOS 9.0-9.3',
        hello: 'captured',
        offered: {
          versions: ['TLSv1.2'],
          suites: [49196, 49195, 49188, 49162, 49187, 49161, 49200, 49199, 49192, 49191, 49171],
          groups: [23, 24, 25],
        },
        got: { by: 'alert', alert: 70, version: null, fault: 'answer' },
        lacking: 'other',
      },
    ],
    undetermined: [],
    clients: [
      {
        id: 'ios-9',
        name: 'iOS 9.0-9.3',
        version: null,
        suite: null,
        group: null,
        certainty: 'connected',
        hello: 'captured',
        verdict: 'fails',
      },
    ],
  },
  unconfirmed: {
    family: 'ios',
    undetermined: ['iOS 18.0-18.7'],
    doomed: ['iOS 18.0-18.7'],
    clients: [
      {
        id: 'ios-9',
        name: 'iOS 9.0-9.3',
        version: 'TLSv1.2',
        suite: 49199,
        group: 23,
        certainty: 'predicted',
        hello: 'captured',
        verdict: 'connects',
      },
    ],
  },
  'legacy-unconfirmed': {
    family: 'ios',
    undetermined: ['iOS 13.0-13.7'],
    doomed: ['iOS 18.0-18.7'],
    clients: [
      {
        id: 'ios-9',
        name: 'iOS 9.0-9.3',
        version: 'TLSv1.2',
        suite: 49199,
        group: 23,
        certainty: 'predicted',
        hello: 'captured',
        verdict: 'connects',
      },
    ],
  },
  'no-answer': {
    family: 'ios',
    undetermined: ['iOS 26.0-26.4'],
    doomed: ['iOS 18.0-18.7'],
    clients: [
      {
        id: 'ios-9',
        name: 'iOS 9.0-9.3',
        version: 'TLSv1.2',
        suite: 49199,
        group: 23,
        certainty: 'predicted',
        hello: 'captured',
        verdict: 'connects',
      },
    ],
  },
  'legacy-no-answer': {
    family: 'ios',
    undetermined: ['iOS 13.0-13.7'],
    doomed: ['iOS 18.0-18.7'],
    clients: [
      {
        id: 'ios-9',
        name: 'iOS 9.0-9.3',
        version: 'TLSv1.2',
        suite: 49199,
        group: 23,
        certainty: 'predicted',
        hello: 'captured',
        verdict: 'connects',
      },
    ],
  },
} satisfies EvidenceOf<typeof rule>
