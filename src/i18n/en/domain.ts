/** Texts of the domain rules. */
import type duplicate from '../../../rules/domain/duplicate.js'
import type forbiddenHost from '../../../rules/domain/forbidden-host.js'
import type icpFiling from '../../../rules/domain/icp-filing.js'
import type icpTld from '../../../rules/domain/icp-tld.js'
import type ipAddress from '../../../rules/domain/ip-address.js'
import type limit from '../../../rules/domain/limit.js'
import type localhost from '../../../rules/domain/localhost.js'
import type port from '../../../rules/domain/port.js'
import type publicSuffix from '../../../rules/domain/public-suffix.js'
import type scheme from '../../../rules/domain/scheme.js'
import type subdomain from '../../../rules/domain/subdomain.js'
import type syntax from '../../../rules/domain/syntax.js'
import type { EntryFact, SyntaxProblem } from '../../facts/index.js'
import type { About, RuleText } from '../types.js'

export interface DomainTexts {
  'domain/scheme': RuleText<typeof scheme>
  'domain/ip-address': RuleText<typeof ipAddress>
  'domain/localhost': RuleText<typeof localhost>
  'domain/forbidden-host': RuleText<typeof forbiddenHost>
  'domain/port': RuleText<typeof port>
  'domain/syntax': RuleText<typeof syntax>
  'domain/limit': RuleText<typeof limit>
  'domain/duplicate': RuleText<typeof duplicate>
  'domain/subdomain': RuleText<typeof subdomain>
  'domain/public-suffix': RuleText<typeof publicSuffix>
  'domain/icp-tld': RuleText<typeof icpTld>
  'domain/icp-filing': RuleText<typeof icpFiling>
}

const PROBLEMS: Record<SyntaxProblem, string> = {
  path: 'a path',
  'trailing-slash': 'a "/" at the end',
  query: 'a query (?...)',
  fragment: 'a fragment (#...)',
  'user-info': 'a user name (...@)',
  wildcard: 'a wildcard (*)',
  space: 'a space',
  underscore: 'an underscore',
  'empty-label': 'an empty part between two dots',
  'long-label': 'a part of more than 63 characters',
  'long-name': 'a name of more than 253 characters',
  hyphen: 'a part that begins or ends with "-"',
  'trailing-dot': 'a dot at the end',
  character: 'a character other than letters, digits, "-", "." and ":"',
  'bad-port': 'a port that is no number from 1 to 65535',
  'empty-port': '":" without a port',
  'bad-a-label': 'an "xn--" part that can not be decoded',
  'empty-host': 'no host',
}
const FOLDS: Record<EntryFact['folded'][number], string> = {
  space: 'surrounding spaces',
  'full-width': 'full-width characters',
  'unicode-name': 'a non-ASCII name',
  'upper-case': 'upper-case letters',
}

const on = ({ platforms }: About, family: string) => platforms.some((id) => id.startsWith(family))

/** What every change of an Alipay or mPaaS list entails. */
function withRelease(advice: string, about: About): string {
  const lines = [advice]
  if (on(about, 'alipay') || on(about, 'mpaas'))
    lines.push(
      'After a change of the list, pack and upload the mini program again: only new packages know it.',
    )
  if (on(about, 'mpaas')) lines.push('On mPaaS the list works only while 小程序权限控制开关 is on.')
  return lines.join('\n')
}

const at = (line: number | undefined) => (line === undefined ? '' : ` (line ${line})`)

export const domain: DomainTexts = {
  'domain/scheme': {
    title: 'Domains begin with the scheme of their API',
    why: 'request, uploadFile and downloadFile talk https only, connectSocket wss only. The console refuses any other scheme, and the phone refuses the call.',
    pass: ({ scheme }) => `begins with ${scheme}://`,
    reasons: {
      missing: {
        message: ({ api, expected }, { subject }) =>
          `${subject} has no scheme; ${api} needs a domain that begins with ${expected}://.`,
        fix: ({ expected }, about) => withRelease(`Put ${expected}:// in front.`, about),
      },
      insecure: {
        message: ({ api, scheme, expected }, { subject }) =>
          `${subject} uses ${scheme}://, which is not encrypted; ${api} takes ${expected}:// only.`,
        fix: ({ expected }, about) =>
          withRelease(`Serve the host with a certificate, and list it as ${expected}://.`, about),
      },
      'other-api': {
        message: ({ api, scheme, expected, apis }, { subject }) =>
          `${subject} is listed under ${api}, which takes ${expected}://; ${scheme}:// belongs to ${apis.join(', ')}.`,
        fix: ({ expected, apis }, about) =>
          withRelease(`Move it to ${apis.join(' or ')}, or write ${expected}://.`, about),
      },
      unsupported: {
        message: ({ api, scheme, expected }, { subject }) =>
          `${subject} uses ${scheme}://; ${api} takes ${expected}:// only.`,
        fix: ({ expected }, about) => withRelease(`Write ${expected}:// and the host.`, about),
      },
    },
  },
  'domain/ip-address': {
    title: 'Domains are names, not IP addresses',
    why: 'The console takes no IP address as a server domain, in whatever spelling, and an address has no ICP filing.',
    pass: ({ host }) => `${host} is a name`,
    reasons: {
      address: {
        message: ({ written, address }) =>
          address === null
            ? `${written} ends in a number, so every client reads it as an IP address, and not even a valid one.`
            : `${written} is an IP address${written === address ? '' : ` (${address})`}, not a domain.`,
        fix: (_, about) => withRelease('List a domain name that resolves to this server.', about),
      },
      'lan-address': {
        message: ({ written, address }, about) =>
          `${written} is a private IP address${written === address ? '' : ` (${address})`}, not a domain.${
            on(about, 'wechat')
              ? ' WeChat lets a mini program call addresses of its own LAN without a check, yet they can not be listed as server domains.'
              : ''
          }`,
        fix: (_, about) =>
          withRelease(
            on(about, 'wechat')
              ? 'Remove it from the list if it is meant for devices in the same LAN; else list a domain name.'
              : 'List a domain name that resolves to a public server.',
            about,
          ),
      },
    },
  },
  'domain/localhost': {
    title: 'Domains exist on the public internet',
    why: 'localhost and names kept out of the public DNS work on the developer’s machine at most; on a phone they lead nowhere.',
    pass: ({ host, given }) =>
      given ? `${host} is a test name with an address given by --resolve` : `${host} can be a public name`,
    reasons: {
      localhost: {
        message: ({ host }) => `${host} is the phone itself, and no platform takes it as a server domain.`,
        fix: (_, about) => withRelease('List the public domain of your server.', about),
      },
      'single-label': {
        message: ({ host }) => `${host} has no dot: such a name exists in a company network at most.`,
        fix: (_, about) =>
          withRelease('List the full public domain, for example https://api.example.com.', about),
      },
      'special-use': {
        message: ({ host, suffix }) =>
          `${host} can not exist on the public internet: .${suffix} is kept out of it.`,
        fix: ({ host, suffix }, about) =>
          withRelease(
            suffix === 'test' || suffix === 'example'
              ? `List the public domain. For a test against an own server: --resolve ${host}:443:ADDRESS`
              : 'List the public domain of your server.',
            about,
          ),
      },
    },
  },
  'domain/forbidden-host': {
    title: 'WeChat’s own API host is not listed',
    why: 'Calls to api.weixin.qq.com need the AppSecret or an access token, which must stay on your server: in a mini program everybody can read them.',
    pass: ({ host }) => `${host} is not a host of the platform`,
    reasons: {
      forbidden: {
        message: ({ host }) =>
          `${host} can not be a server domain: its APIs may not be called from a mini program.`,
        fix: () => 'Call it from your own server, which keeps the AppSecret, and list that server instead.',
      },
    },
  },
  'domain/port': {
    title: 'Ports are written only where the platform takes them',
    why: 'WeChat compares https domains with their port as text: one character more or less and the call fails with "url not in domain list".',
    pass: () => 'no port written',
    reasons: {
      'https-port': {
        message: ({ host, port }) =>
          `Only https://${host}:${port} itself will work: neither https://${host} nor another port. (WeChat’s present page allows ports; older ones say 不能带端口号.)`,
        fix: ({ host, port }) =>
          `List https://${host} as well if it is called without :${port}. To hold to the older rule: "domain/port": ["error", { "ports": "forbid" }]`,
      },
      'default-port': {
        message: ({ host }) =>
          `https://${host}:443 matches only requests that write :443 too; a request to https://${host} will fail.`,
        fix: ({ host }) => `List https://${host}, and leave :443 out of the code as well.`,
      },
      'wss-port': {
        message: ({ host, port }) =>
          `wss://${host}:${port} needs no port: WeChat’s present page says 对于 wss 域名，无需配置端口，默认允许请求该域名下所有端口 (none to configure, all of the host’s are allowed).`,
        fix: ({ host }) => `List wss://${host}.`,
      },
      undocumented: {
        message: ({ host, port }, about) =>
          `${host} is listed with port ${port}; ${on(about, 'mpaas') ? 'mPaaS' : 'Alipay'} does not document ports in its domain list, so this may not work.`,
        fix: ({ host }, about) =>
          withRelease(
            `Serve ${host} on port 443 and list it without a port, or try the release build on a phone.`,
            about,
          ),
      },
      forbidden: {
        message: ({ host, port }) =>
          `${host} is listed with port ${port}, and this config forbids ports ("ports": "forbid"; WeChat’s older pages: 不能带端口号).`,
        fix: (_, about) =>
          withRelease(
            'Serve it on port 443 and list it without a port. To hold to WeChat’s present page, which allows ports: "domain/port": ["error", { "ports": "allow" }]',
            about,
          ),
      },
    },
  },
  'domain/syntax': {
    title: 'Each entry is a bare origin',
    why: 'The console takes scheme, domain and port, and nothing else; an entry with more in it can not be saved or never matches.',
    pass: ({ text }) => `${text} is well formed`,
    reasons: {
      malformed: {
        message: ({ problems, text }) =>
          `${JSON.stringify(text)} is no bare server domain: it has ${problems.map((problem) => PROBLEMS[problem]).join(', ')}.`,
        fix: ({ problems }, about) =>
          withRelease(
            problems.includes('wildcard')
              ? 'List each host by its full name: wildcards are not supported.'
              : 'Write scheme and host only, for example https://api.example.com.',
            about,
          ),
      },
      'trailing-slash': {
        message: ({ text }) => `${text} ends in "/", which is no part of a server domain.`,
        fix: ({ cut }, about) => withRelease(`Write ${cut}`, about),
      },
      folded: {
        message: ({ folded, text, host }) =>
          `${text} was read as ${host ?? 'no host'}: ${folded.map((fold) => FOLDS[fold]).join(', ')} folded.`,
        fix: ({ host }) =>
          host === null ? 'Write the name in lower-case ASCII.' : `Write ${host} in the console.`,
      },
    },
  },
  'domain/limit': {
    title: 'Not more domains than the console takes',
    why: 'The console refuses domains beyond its limit; calls to those left out fail on every phone.',
    pass: ({ counts, limit }) => `${Math.max(...Object.values(counts))} of ${limit} domains`,
    reasons: {
      'api-limit': {
        message: ({ api, count, limit }) =>
          `${api} lists ${count} domains; the limit is ${limit}.${
            limit === 20
              ? ' WeChat’s pages said 20 per API (最多 20 个域名); its interface for third-party platforms now takes 200 (均最大支持200个).'
              : ''
          }`,
        fix: ({ limit }) =>
          limit === 20
            ? 'Put several services behind one domain. If your console takes 200, say so in the config: "limits": { "domainsPerApi": 200 }'
            : 'Put several services behind one domain, or correct limits.domainsPerApi in the config.',
      },
      'app-limit': {
        message: ({ count, limit }) =>
          `The list has ${count} different domains over all APIs; the limit is ${limit}.`,
        fix: (_, about) =>
          withRelease(
            'Put several services behind one domain. If your console takes more: "limits": { "domainsPerApp": NUMBER }',
            about,
          ),
      },
    },
  },
  'domain/duplicate': {
    title: 'No entry stands twice in one API',
    why: 'A second copy does nothing but make the list harder to keep right, and may count against the limit.',
    pass: ({ entries }) => `${entries} entries, none twice`,
    reasons: {
      repeated: {
        message: ({ entry, api, firstLine }) => `${entry} stands twice in ${api}${at(firstLine)}.`,
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
    pass: ({ match }) => (match === 'host' ? 'no parent domain stands alone' : 'every entry adds something'),
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
  'domain/public-suffix': {
    title: 'The domain is your own',
    why: 'Names under a provider’s shared suffix carry the provider’s ICP filing, or none, and may be refused or withdrawn.',
    pass: ({ host }) => `${host} can be registered by its user`,
    reasons: {
      suffix: {
        message: ({ host, kind }) =>
          kind === 'registry'
            ? `${host} is a suffix under which a registry sells names; nobody can own it.`
            : `${host} belongs to a hosting provider, who shares it out to customers.`,
        fix: (_, about) =>
          withRelease('List the full name of your server, under a domain of your own.', about),
      },
      'shared-hosting': {
        message: ({ host, suffix }) =>
          `${host} stands under ${suffix}, a provider’s domain: its ICP filing is the provider’s, not yours.`,
        fix: (_, about) =>
          withRelease('Bind a filed domain of your own to the service, and list that.', about),
      },
    },
  },
  'domain/icp-tld': {
    title: 'The top-level domain can be filed',
    why: 'Server domains must have an ICP filing, and names under a top-level domain the ministry has not approved can not get one.',
    pass: ({ tld, listReadOn }) =>
      `.${tld} is not on the list of refused top-level domains (as of ${listReadOn})`,
    reasons: {
      'not-fileable': {
        message: ({ tld, listReadOn }) =>
          `Names under .${tld} were refused an ICP filing (as of ${listReadOn}; the ministry’s list is at https://domain.miit.gov.cn).`,
        fix: (_, about) =>
          withRelease('Use a name under an approved top-level domain such as .com or .cn.', about),
      },
    },
  },
  'domain/icp-filing': {
    title: 'Each domain has an ICP filing number',
    why: 'The platforms take only server domains with an ICP filing (ICP 备案). There is no public interface to look one up, so the number in the config is checked for its form.',
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
          `${JSON.stringify(number)} (${domain}) is no ICP filing number: province, "ICP备", 8 or 10 digits, "号" and "-N" are expected.`,
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
