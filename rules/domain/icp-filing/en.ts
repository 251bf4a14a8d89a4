import { withRelease } from '../../../src/i18n/en/domain-words.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'Each domain has an ICP filing number',
  why: 'The platforms accept only server domains with an ICP filing (ICP 备案). There is no public API to look one up, so the number in the config is checked for its form.',
  howToFix: [
    'Look the number up at beian.miit.gov.cn and write it into the config; the filing of an app or mini program does not stand for its server’s domain:',
    '  "icp": { "example.com": "京ICP备2024000001号-1" }',
  ].join('\n'),
  pass: ({ numbers }) =>
    `well formed: ${Object.entries(numbers)
      .map(([name, number]) => `${name} ${number}`)
      .join(', ')}`,
  unknown: { 'not-given': 'the config names no filing number' },
  reasons: {
    'not-given': {
      message: ({ domain }) =>
        `Whether ${domain} has an ICP filing could not be determined: the config names no number.`,
      fix: ({ domain }) =>
        `Look it up at https://beian.miit.gov.cn and note it in the config: "icp": { "${domain}": "京ICP备2024000001号-1" }`,
    },
    'app-number': {
      message: ({ domain, number }) =>
        `${number} (${domain}) ends in A: it is the filing of an app and does not prove that of the server domain.`,
      fix: (_, about) => withRelease('Give the number of the domain’s own filing, which ends in -N.', about),
    },
    'mini-program-number': {
      message: ({ domain, number }) =>
        `${number} (${domain}) ends in X: it is the filing of a mini program and does not prove that of the server domain.`,
      fix: (_, about) => withRelease('Give the number of the domain’s own filing, which ends in -N.', about),
    },
    'quick-app-number': {
      message: ({ domain, number }) =>
        `${number} (${domain}) ends in K: it is the filing of a quick app and does not prove that of the server domain.`,
      fix: (_, about) => withRelease('Give the number of the domain’s own filing, which ends in -N.', about),
    },
    licence: {
      message: ({ domain, number }) =>
        `${number} (${domain}) is an operating licence (ICP 证), not a filing (ICP 备案).`,
      fix: (_, about) => withRelease('Give the filing number, for example 京ICP备2024000001号-1.', about),
    },
    malformed: {
      message: ({ domain, number }) =>
        `${JSON.stringify(number)} (${domain}) is not an ICP filing number: province, "ICP备", 8 or 10 digits, "号" and "-N" are expected.`,
      fix: (_, about) =>
        withRelease('Copy it from https://beian.miit.gov.cn, for example 京ICP备2024000001号-1.', about),
    },
    'no-site-number': {
      message: ({ domain, number }) => `${number} (${domain}) has no -N: it names the owner, not the site.`,
      fix: (_, about) => withRelease(`Give the number with the part of the site, for example -1.`, about),
    },
  },
} satisfies RuleText<typeof rule>
