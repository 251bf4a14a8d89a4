import {
  allowsPorts,
  namesOf,
  noteOf,
  on,
  takesNoPorts,
  withRelease,
} from '../../../src/i18n/en/domain-words.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'Ports appear only where the platform accepts them',
  why: 'WeChat compares https domains with their port as text: one character more or less and the call fails with "url not in domain list".',
  howToFix:
    'Serve on 443 and leave the port out: behind nginx that is one proxy_pass. If the port must stay, list and call exactly the same text.',
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
} satisfies RuleText<typeof rule>
