/** What each platform demands of its domain list. */
import type { Clause } from '../../src/engine/rule.js'
import { clausesOf } from './cite.js'
import { follows, forEach, said } from './quotations/index.js'

/** The same on every platform of ours; where one does not demand a rule it is left out below. */
const LEVELS = {
  scheme: 'error',
  address: 'error',
  localhost: 'error',
  port: {
    'https-port': 'info',
    'default-port': 'warning',
    'wss-port': 'warning',
    undocumented: 'warning',
    forbidden: 'error',
  },
  syntax: { malformed: 'error', several: 'error', 'trailing-slash': 'warning', folded: 'info' },
  limit: 'error',
  duplicate: 'warning',
  subdomain: 'info',
  suffix: { suffix: 'error', 'shared-hosting': 'warning' },
  tld: 'warning',
  filing: {
    'not-given': 'warning',
    'no-site-number': 'warning',
    'app-number': 'error',
    'mini-program-number': 'error',
    'quick-app-number': 'error',
    licence: 'error',
    malformed: 'error',
  },
} as const

/** Every number names what was filed, and only one of a website is that of a server. */
const WRONG_NUMBERS = [
  'app-number',
  'mini-program-number',
  'quick-app-number',
  'licence',
  'malformed',
] as const

const clauses = clausesOf('domain')

const wechat = clauses('ios', 'android', 'devtools')
const WECHAT_FILING = follows('wechat.filing')

export const wechatDomain: Clause[] = [
  wechat('scheme', LEVELS.scheme, {
    whole: said('wechat.schemes'),
    reasons: forEach(said('wechat.schemes'), 'missing', 'insecure', 'other-api', 'unsupported'),
  }),
  wechat('ip-address', LEVELS.address, {
    whole: said('wechat.no-address'),
    // Calls may go to the local network; the list takes no address at all.
    reasons: { address: said('wechat.lan-address'), 'lan-address': said('wechat.no-address') },
  }),
  wechat('localhost', LEVELS.localhost, {
    whole: said('wechat.no-address'),
    reasons: {
      localhost: said('wechat.no-address'),
      // Nobody can file a name that can't exist.
      ...forEach(WECHAT_FILING, 'single-label', 'special-use'),
    },
  }),
  wechat('forbidden-host', 'error', {
    whole: said('wechat.forbidden-host'),
    reasons: { forbidden: said('wechat.forbidden-host') },
  }),
  wechat(
    'port',
    LEVELS.port,
    {
      whole: said('wechat.port'),
      reasons: {
        'https-port': said('wechat.port'),
        'default-port': said('wechat.default-port'),
        'wss-port': said('wechat.wss-port'),
        forbidden: said('wechat.no-port'),
      },
    },
    { ports: 'allow' },
  ),
  wechat('syntax', LEVELS.syntax, {
    whole: said('wechat.characters'),
    reasons: forEach(said('wechat.characters'), 'malformed', 'several'),
  }),
  wechat(
    'limit',
    LEVELS.limit,
    {
      whole: said('wechat.limit'),
      reasons: { 'api-limit': said('wechat.limit'), 'app-limit': follows('wechat.limit') },
    },
    { per: 'api' },
  ),
  wechat('duplicate', LEVELS.duplicate, follows('wechat.limit')),
  wechat('subdomain', LEVELS.subdomain, said('wechat.parent'), { match: 'host' }),
  wechat('public-suffix', LEVELS.suffix, {
    whole: WECHAT_FILING,
    reasons: { suffix: WECHAT_FILING },
  }),
  wechat('icp-tld', LEVELS.tld, WECHAT_FILING),
  wechat('icp-filing', LEVELS.filing, {
    whole: said('wechat.filing'),
    reasons: forEach(WECHAT_FILING, ...WRONG_NUMBERS),
  }),
]

const phones = clauses('ios', 'android')
const ALIPAY_LISTED = follows('alipay.only-listed')
const ALIPAY_FILING = follows('alipay.filing')

export const alipayDomain: Clause[] = [
  phones('scheme', LEVELS.scheme, {
    whole: said('alipay.https-domains'),
    reasons: {
      ...forEach(said('alipay.https-domains'), 'missing', 'insecure', 'unsupported'),
      'other-api': said('alipay.wss'),
    },
  }),
  phones('ip-address', LEVELS.address, {
    whole: said('alipay.no-address'),
    reasons: forEach(said('alipay.no-address'), 'address', 'lan-address'),
  }),
  phones('localhost', LEVELS.localhost, {
    whole: said('alipay.no-localhost'),
    reasons: {
      localhost: said('alipay.no-localhost'),
      ...forEach(follows('alipay.outside'), 'single-label', 'special-use'),
    },
  }),
  phones(
    'port',
    LEVELS.port,
    { whole: follows('alipay.match'), reasons: { forbidden: follows('alipay.match') } },
    { ports: 'undocumented' },
  ),
  phones('syntax', LEVELS.syntax, {
    whole: ALIPAY_LISTED,
    reasons: forEach(ALIPAY_LISTED, 'malformed', 'several'),
  }),
  phones(
    'limit',
    LEVELS.limit,
    {
      whole: said('alipay.limit'),
      reasons: { 'app-limit': said('alipay.limit'), 'api-limit': follows('alipay.limit') },
    },
    { per: 'app' },
  ),
  phones('duplicate', LEVELS.duplicate, follows('alipay.limit')),
  phones('subdomain', LEVELS.subdomain, said('alipay.match'), { match: 'registrable-domain' }),
  phones('public-suffix', LEVELS.suffix, {
    whole: follows('alipay.match'),
    reasons: { suffix: follows('alipay.match') },
  }),
  phones('icp-tld', LEVELS.tld, ALIPAY_FILING),
  phones('icp-filing', LEVELS.filing, {
    whole: said('alipay.filing'),
    reasons: forEach(ALIPAY_FILING, ...WRONG_NUMBERS),
  }),
]

const MPAAS_LISTED = follows('mpaas.only-listed')
const MPAAS_LAN = said('mpaas.outside')

export const mpaasDomain: Clause[] = [
  phones('scheme', LEVELS.scheme, {
    whole: said('mpaas.https-domains'),
    reasons: {
      ...forEach(said('mpaas.https-domains'), 'missing', 'insecure', 'unsupported'),
      'other-api': said('mpaas.wss'),
    },
  }),
  phones('ip-address', LEVELS.address, {
    whole: MPAAS_LISTED,
    reasons: { address: MPAAS_LISTED, 'lan-address': MPAAS_LAN },
  }),
  phones('localhost', LEVELS.localhost, {
    whole: MPAAS_LAN,
    reasons: {
      localhost: MPAAS_LAN,
      ...forEach(follows('mpaas.outside'), 'single-label', 'special-use'),
    },
  }),
  phones(
    'port',
    LEVELS.port,
    { whole: MPAAS_LISTED, reasons: { forbidden: MPAAS_LISTED } },
    { ports: 'undocumented' },
  ),
  phones('syntax', LEVELS.syntax, {
    whole: MPAAS_LISTED,
    reasons: forEach(MPAAS_LISTED, 'malformed', 'several'),
  }),
  phones(
    'limit',
    LEVELS.limit,
    {
      whole: said('mpaas.limit'),
      reasons: { 'app-limit': said('mpaas.limit'), 'api-limit': follows('mpaas.limit') },
    },
    { per: 'app' },
  ),
  phones('duplicate', LEVELS.duplicate, follows('mpaas.limit')),
  phones('subdomain', LEVELS.subdomain, follows('alipay.match'), { match: 'registrable-domain' }),
  phones('public-suffix', LEVELS.suffix, { whole: MPAAS_LISTED, reasons: { suffix: MPAAS_LISTED } }),
  phones('icp-tld', LEVELS.tld, ALIPAY_FILING),
  phones('icp-filing', LEVELS.filing, {
    whole: ALIPAY_FILING,
    reasons: forEach(ALIPAY_FILING, ...WRONG_NUMBERS),
  }),
]
