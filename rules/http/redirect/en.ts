import { withRelease } from '../../../src/i18n/en/domain-words.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { noAnswer } from '../words/en.js'
import type rule from './rule.js'

const WRONG = {
  unlisted: 'which the domain list does not cover',
  insecure: 'which is plain http',
  loop: 'which was requested before: a loop',
  nowhere: 'which is not an https address',
  'not-followed': 'which this run did not follow',
}

export default {
  title: 'Redirects end, on listed domains and over https',
  why: 'A redirect to another domain counts as a request to that domain: when it is not listed, the request fails though the first address is.',
  howToFix: 'Call the final address at once, or list the host it leads to under the same API.',
  pass: ({ paths }) => `no redirect leaves the list (${paths.join(', ')})`,
  unknown: {
    'too-many': 'the redirects were not followed to their end',
    'not-followed': 'a redirect was not followed',
    'no-answer': 'a step of the redirects got no answer',
  },
  reasons: {
    unlisted: {
      message: ({ from, to, apis }) => `${from} redirects to ${to}, ${WRONG.unlisted} (${apis.join(', ')}).`,
      fix: ({ to }, about) =>
        withRelease(
          `Call the final address directly, answer without a redirect, or add the domain of ${to} to the list.`,
          about,
        ),
    },
    insecure: {
      message: ({ from, to }) => `${from} redirects to ${to}, ${WRONG.insecure}.`,
      fix: () =>
        'Redirect to https. Behind a gateway that terminates TLS, pass the scheme on (X-Forwarded-Proto).',
    },
    loop: {
      message: ({ from, to }) => `${from} redirects to ${to}, ${WRONG.loop}.`,
      fix: () =>
        'Look at the redirect rules of gateway and program; requests here carry no cookies, as a first request does.',
    },
    nowhere: {
      message: ({ from, to }) =>
        to === ''
          ? `${from} answers with a redirect that does not say where to: clients hand it on as it is, without data.`
          : `${from} redirects to “${to}”, ${WRONG.nowhere}.`,
      fix: () => 'Send one absolute https address or a path in Location.',
    },
    'default-path': {
      message: ({ from, to, problem }) =>
        `${from} redirects ${to === '' ? 'without saying where to' : `to ${to}, ${WRONG[problem]}`}. Many servers send / to a website; name the paths your app calls in the config.`,
    },
    'too-many': {
      message: ({ path, from, to }, { subject }) =>
        `${subject}${path} redirects more than five times; the last one seen leads from ${from} to ${to}.`,
      fix: () => 'Call the final address directly.',
    },
    'not-followed': {
      message: ({ from, to }) =>
        `${from} redirects to ${to}, which the list covers but this run did not follow: its answer was not looked at.`,
      fix: () => 'Call the final address directly, or add its host to the config, so that it is audited too.',
    },
    'no-answer': noAnswer,
  },
} satisfies RuleText<typeof rule>
