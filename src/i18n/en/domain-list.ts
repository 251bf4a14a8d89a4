/** Texts of the rules about a whole domain list, and about filings. */
import type { DomainTexts } from './domain.js'
import { at, noteOf, withRelease } from './domain-words.js'

export const domainList: Pick<
  DomainTexts,
  'domain/limit' | 'domain/duplicate' | 'domain/subdomain' | 'domain/icp-tld' | 'domain/icp-filing'
> = {
  'domain/limit': {
    title: 'Not more domains than the console accepts',
    why: 'The console refuses domains beyond its limit; calls to those left out fail on every phone.',
    pass: ({ counts, limit }) => `${Math.max(...Object.values(counts))} of ${limit} domains`,
    reasons: {
      'api-limit': {
        message: ({ api, count, limit }, about) =>
          `${api} lists ${count} domains; the limit is ${limit}.${
            limit === 20 ? noteOf(about, 'limit') : ''
          }`,
        fix: ({ limit }) =>
          limit === 20
            ? 'Put several services behind one domain. If your console accepts 200, say so in the config: "limits": { "domainsPerApi": 200 }'
            : 'Put several services behind one domain, or correct limits.domainsPerApi in the config.',
      },
      'app-limit': {
        message: ({ count, limit }) =>
          `The list has ${count} different domains over all APIs; the limit is ${limit}.`,
        fix: (_, about) =>
          withRelease(
            'Put several services behind one domain. If your console accepts more: "limits": { "domainsPerApp": NUMBER }',
            about,
          ),
      },
    },
  },
  'domain/duplicate': {
    title: 'No entry is listed twice under one API',
    why: 'A second copy does nothing but make the list harder to keep right, and may count against the limit.',
    pass: ({ entries }) => `${entries} entries, none twice`,
    reasons: {
      repeated: {
        message: ({ entry, api, firstLine }) => `${entry} is listed twice in ${api}${at(firstLine)}.`,
        fix: (_, about) => withRelease('Remove one of them.', about),
      },
      equivalent: {
        message: ({ entry, api, first, firstLine }) =>
          `${JSON.stringify(entry)} in ${api} is the same domain as ${JSON.stringify(first)}${at(firstLine)}.`,
        fix: (_, about) => withRelease('Keep one of them, in lower case and without a "/".', about),
      },
    },
  },
  'domain/subdomain': {
    title: 'Parent domains cover what you think they cover',
    why: 'On WeChat example.com does not cover api.example.com; on Alipay it does.',
    pass: ({ match }) =>
      match === 'host' ? 'no parent domain is listed alone' : 'every entry adds something',
    reasons: {
      'parent-only': {
        message: ({ entry, api, domain }) =>
          `${entry} in ${api} covers ${domain} alone: a name such as api.${domain} needs an entry of its own.`,
        fix: () => 'List every sub domain that is called.',
      },
      covered: {
        message: ({ entry, by }) =>
          `${entry} adds nothing: the list is matched by registrable domain, and ${by} covers it.`,
        fix: (_, about) => withRelease('It may be left out.', about),
      },
    },
  },
  'domain/icp-tld': {
    title: 'The top-level domain can be filed',
    why: 'Server domains must have an ICP filing, and names under a top-level domain the ministry has not approved cannot get one.',
    pass: ({ tld, listReadOn }) => `.${tld} is an approved top-level domain (as of ${listReadOn})`,
    reasons: {
      'not-fileable': {
        message: ({ tld, listReadOn }) =>
          `Names under .${tld} were refused an ICP filing (as of ${listReadOn}; the ministry’s list is at https://domain.miit.gov.cn).`,
        fix: (_, about) =>
          withRelease('Use a name under an approved top-level domain such as .com or .cn.', about),
      },
      'not-listed': {
        message: ({ tld, listReadOn }) =>
          `.${tld} is not on the list of top-level domains the ministry has approved (as of ${listReadOn}): whether a name under it can get an ICP filing is not known.`,
        fix: () => 'Look it up at https://domain.miit.gov.cn, and ask the provider who does the filing.',
      },
    },
  },
  'domain/icp-filing': {
    title: 'Each domain has an ICP filing number',
    why: 'The platforms accept only server domains with an ICP filing (ICP 备案). There is no public interface to look one up, so the number in the config is checked for its form.',
    pass: ({ numbers }) =>
      `well formed: ${Object.entries(numbers)
        .map(([name, number]) => `${name} ${number}`)
        .join(', ')}`,
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
        fix: (_, about) =>
          withRelease('Give the number of the domain’s own filing, which ends in -N.', about),
      },
      'mini-program-number': {
        message: ({ domain, number }) =>
          `${number} (${domain}) ends in X: it is the filing of a mini program and does not prove that of the server domain.`,
        fix: (_, about) =>
          withRelease('Give the number of the domain’s own filing, which ends in -N.', about),
      },
      'quick-app-number': {
        message: ({ domain, number }) =>
          `${number} (${domain}) ends in K: it is the filing of a quick app and does not prove that of the server domain.`,
        fix: (_, about) =>
          withRelease('Give the number of the domain’s own filing, which ends in -N.', about),
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
  },
}
