import type { RuleText } from '../../../src/i18n/types.js'
import { days, REISSUE_ADVICE } from '../words/en.js'
import type rule from './rule.js'

const shorter = ({ limit, issuable }: { limit: number; issuable: number }) =>
  `Ask for at most ${limit}${issuable === limit ? '' : ` (today ${issuable})`} days when you reissue the certificate${issuable === limit ? '' : `: public CAs issue no more than ${issuable} now`}; install it with its chain, and reload the server.`

export default {
  title: 'The lifetime is not too long',
  why: 'iOS and Chromium refuse certificates with too long a lifetime even when everything else is right.',
  howToFix: `${REISSUE_ADVICE} Configure a shorter lifetime in a private CA; automate the renewal, since lifetimes fall to 47 days by 2029.`,
  pass: ({ days: lifetime }) => days(lifetime),
  reasons: {
    'over-398': {
      message: ({ days: lifetime, limit, issuedFrom }) =>
        `The certificate is valid for ${days(lifetime)}; issued from ${issuedFrom} on, ${limit} is the most that iOS and Chromium accept.`,
      fix: shorter,
    },
    'over-825-ios': {
      message: ({ days: lifetime, limit, issuedFrom }) =>
        `The certificate is valid for ${days(lifetime)}; issued from ${issuedFrom} on, ${limit} is the most that iOS 13 and later accept.`,
      fix: shorter,
    },
    'over-398-chromium': {
      message: ({ days: lifetime, limit }) =>
        `The certificate is valid for ${days(lifetime)}; ${limit} is the most that Chromium accepts, whenever it was issued.`,
      fix: shorter,
    },
    'mis-issued': {
      message: ({ days: lifetime, limit, issuedFrom }) =>
        `The certificate is valid for ${days(lifetime)}; from ${issuedFrom} on a CA may issue at most ${limit}. No phone refuses it for that, but the CA will have to revoke it.`,
      fix: ({ issuable }) => `Reissue it, for at most ${days(issuable)}, before the CA revokes it.`,
    },
  },
} satisfies RuleText<typeof rule>
