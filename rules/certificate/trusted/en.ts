import type { RuleText } from '../../../src/i18n/types.js'
import { chainFix } from '../words/en.js'
import type rule from './rule.js'

const osName = { ios: 'iOS', android: 'Android', chrome: 'Chromium' } as const

const range = (versions: string[]) =>
  versions.length > 1 ? `${versions[0]} to ${versions.at(-1)}` : (versions[0] ?? '')

export default {
  title: 'The root is trusted by phones',
  why: 'A root the system does not know makes the request fail on every version that lacks it. A version named here is the first whose published list has the root: since iOS 18 and Android 14 phones also get roots between versions.',
  howToFix: [
    'See which root the chain ends in. If it is a company’s own, users’ phones will never trust it: use a certificate from a public CA. If it is a recent root, older phones lack it: ask the CA for the chain with its cross-sign and serve that. Devices of your own that have the root can be judged with --ca.',
    '  hefa cert fullchain.pem --domain api.example.com',
  ].join('\n'),
  pass: ({ root, os, since, newestKnown, extra }) =>
    extra
      ? `${root}, given with --ca`
      : `${root}${since === null ? '' : `, built in since ${osName[os]} ${since}, judged by the lists up to ${osName[os]} ${newestKnown}`}`,
  unknown: {
    'could-be-fetched': 'an issuer was not sent and was not looked for at the address the certificate names',
  },
  reasons: {
    'unknown-root': {
      message: ({ root, last, rootSent }) =>
        rootSent
          ? `The chain ends in "${root}", a root that no phone has built in.`
          : `"${last.subject}" was issued by "${root}", which no phone has built in; either it is a private root, or one more intermediate certificate is missing.`,
      fix: () =>
        'Use a certificate of a public CA, or add the missing intermediate. A private root for a test network is given with --ca FILE.',
    },
    'not-built-in': {
      message: ({ root, os, since, lost, supported }) =>
        os === 'chrome'
          ? `The root "${root}" is not in Chromium's list.`
          : since === null
            ? `The root "${root}" is not built into ${osName[os]} (supported from ${supported} on).`
            : `The root "${root}" is built into ${osName[os]} only from ${since} on; ${osName[os]} ${range(lost)} can't connect (supported from ${supported} on).`,
      fix: () =>
        'Ask your CA for a chain to an older root (a cross-signed intermediate) and serve it, or switch to another CA.',
    },
    'legacy-lost': {
      message: ({ root, os, since, lost }) =>
        `The root "${root}" is ${since === null ? 'not built into' : `built into ${osName[os]} only from ${since} on, not into`} ${osName[os]} ${range(lost)}.`,
      fix: () =>
        'If these phones matter, serve a chain to an older root; otherwise raise "legacyOs" in the config.',
    },
    'could-be-fetched': {
      message: ({ missing }) =>
        `These clients would look for the missing "${missing}" at the address the certificate names; that was not done, so whether its root is trusted stays open.`,
      fix: ({ missing }) => chainFix(missing, null),
    },
  },
} satisfies RuleText<typeof rule>
