/** Texts of the rules about one domain entry. */
import type { DomainTexts } from './domain.js'
import {
  allowsPorts,
  callsLan,
  FOLDS,
  namesOf,
  noteOf,
  on,
  PROBLEMS,
  takesNoPorts,
  withRelease,
} from './domain-words.js'

export const domainEntry: Pick<
  DomainTexts,
  | 'domain/scheme'
  | 'domain/ip-address'
  | 'domain/localhost'
  | 'domain/forbidden-host'
  | 'domain/port'
  | 'domain/syntax'
  | 'domain/public-suffix'
> = {
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
          `${subject} uses ${scheme}://, which is not encrypted; ${api} accepts only ${expected}://.`,
        fix: ({ expected }, about) =>
          withRelease(`Serve the host with a certificate, and list it as ${expected}://.`, about),
      },
      'other-api': {
        message: ({ api, scheme, expected, apis }, { subject }) =>
          `${subject} is listed under ${api}, which accepts ${expected}://; ${scheme}:// belongs to ${apis.join(', ')}.`,
        fix: ({ expected, apis }, about) =>
          withRelease(`Move it to ${apis.join(' or ')}, or write ${expected}://.`, about),
      },
      unsupported: {
        message: ({ api, scheme, expected }, { subject }) =>
          `${subject} uses ${scheme}://; ${api} accepts only ${expected}://.`,
        fix: ({ expected }, about) => withRelease(`Write ${expected}:// and the host.`, about),
      },
    },
  },
  'domain/ip-address': {
    title: 'Domains are names, not IP addresses',
    why: 'The console accepts no IP address as a server domain, in whatever spelling, and an address has no ICP filing.',
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
            on(about, callsLan)
              ? ` ${namesOf(about, callsLan)} lets a mini program call addresses of its own LAN without a check, yet they cannot be listed as server domains.`
              : ''
          }`,
        fix: (_, about) =>
          withRelease(
            on(about, callsLan)
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
        message: ({ host }) => `${host} is the phone itself, and no platform accepts it as a server domain.`,
        fix: (_, about) => withRelease('List the public domain of your server.', about),
      },
      'single-label': {
        message: ({ host }) => `${host} has no dot: such a name exists in a company network at most.`,
        fix: (_, about) =>
          withRelease('List the full public domain, for example https://api.example.com.', about),
      },
      'special-use': {
        message: ({ host, suffix }) =>
          `${host} cannot exist on the public internet: .${suffix} is kept out of it.`,
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
          `${host} cannot be a server domain: its APIs may not be called from a mini program.`,
        fix: () => 'Call it from your own server, which keeps the AppSecret, and list that server instead.',
      },
    },
  },
  'domain/port': {
    title: 'Ports are written only where the platform accepts them',
    why: 'WeChat compares https domains with their port as text: one character more or less and the call fails with "url not in domain list".',
    pass: () => 'no port written',
    reasons: {
      'https-port': {
        message: ({ host, port }, about) =>
          `Only https://${host}:${port} itself will work: neither https://${host} nor another port.${noteOf(about, 'port')}`,
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
          `${host} is listed with port ${port}; ${namesOf(about, () => true)} does not document ports in its domain list, so this may not work.`,
        fix: ({ host }, about) =>
          withRelease(
            `Serve ${host} on port 443 and list it without a port, or try the release build on a phone.`,
            about,
          ),
      },
      forbidden: {
        message: ({ host, port }, about) =>
          !on(about, takesNoPorts)
            ? `${host} is listed with port ${port}, and this config forbids ports ("ports": "forbid"${noteOf(about, 'no-port')}).`
            : `${host} is listed with port ${port}; ${namesOf(about, () => true)} takes no ports in its domain list.`,
        fix: (_, about) =>
          withRelease(
            on(about, allowsPorts)
              ? `Serve it on port 443 and list it without a port. To hold to ${namesOf(about, allowsPorts)}’s present page, which allows ports: "domain/port": ["error", { "ports": "allow" }]`
              : 'Serve it on port 443 and list it without a port.',
            about,
          ),
      },
    },
  },
  'domain/syntax': {
    title: 'Each entry is a bare origin',
    why: 'The console accepts scheme, domain and port, and nothing else; an entry with more in it cannot be saved or never matches.',
    pass: ({ text }) => `${text} is well formed`,
    reasons: {
      malformed: {
        message: ({ problems, text }) =>
          `${JSON.stringify(text)} is not a bare server domain: it has ${problems.map((problem) => PROBLEMS[problem]).join(', ')}.`,
        fix: ({ problems }, about) =>
          withRelease(
            problems.includes('wildcard')
              ? 'List each host by its full name: wildcards are not supported.'
              : 'Write scheme and host only, for example https://api.example.com.',
            about,
          ),
      },
      several: {
        message: ({ text, count }) =>
          `${JSON.stringify(text)} is ${count} domains in one entry; none of them was looked at.`,
        fix: ({ parts, count }, about) =>
          withRelease(
            [
              'Write each as an entry of its own:',
              ...parts.map((part) => `  ${JSON.stringify(part)},`),
              ...(count > parts.length ? [`  … and ${count - parts.length} more`] : []),
            ].join('\n'),
            about,
          ),
      },
      'trailing-slash': {
        message: ({ text }) => `${text} ends in "/", which is not part of a server domain.`,
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
          `${host} is under ${suffix}, a provider’s domain: its ICP filing is the provider’s, not yours.`,
        fix: (_, about) =>
          withRelease('Bind a filed domain of your own to the service, and list that.', about),
      },
    },
  },
}
