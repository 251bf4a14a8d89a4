/** What the platforms demand of a mini program's source: levels, numbers, sentences. Data only. */
import type { Citation, Clause } from '../../src/engine/rule.js'
import type { LevelsOf } from '../all.js'
import { clausesOf, type Sources } from './cite.js'
import { follows, said } from './quotations/index.js'

/** The same on every platform of ours, but for what stands in `lan` and `download`. */
const UNLISTED = {
  unlisted: 'error',
  'letter-case': 'warning',
  malformed: 'error',
  'no-origin': 'error',
  'missing-value': 'error',
  'not-determined': 'error',
} as const
const METHOD: LevelsOf<'project/method-case'> = { 'lower-case': 'warning', unsupported: 'error' }
const UNUSED: LevelsOf<'project/unused-domain'> = { unused: 'info', 'not-determined': 'info' }
const UNACCOUNTED: LevelsOf<'project/unaccounted-host'> = {
  unaccounted: 'warning',
  local: 'info',
  'in-prose': 'info',
  documentation: 'info',
}
const SILENT: LevelsOf<'project/silent-client'> = { imported: 'warning', required: 'info' }
const SEEN: LevelsOf<'project/seen-host'> = { 'run-time-only': 'info', 'source-only': 'info' }
const STEERING: LevelsOf<'project/scan-setting'> = { 'in-force': 'info', unused: 'warning' }
const SECRET: LevelsOf<'project/app-secret'> = {
  'app-secret': 'error',
  'session-endpoint': 'error',
  'token-endpoint': 'error',
}

const clauses = clausesOf('project')

const SECRET_STAYS: Sources<'project/app-secret'> = {
  whole: said('wechat.secret'),
  reasons: {
    'session-endpoint': said('wechat.forbidden-host'),
    'token-endpoint': said('wechat.forbidden-host'),
  },
}
const ONLY_LISTED = said('wechat.only-listed')
const READ = follows('wechat.only-listed')

const wechat = clauses('ios', 'android', 'devtools')

export const wechatProject: Clause[] = [
  wechat('coverage', 'error', READ),
  wechat(
    'unlisted-domain',
    { ...UNLISTED, 'unlisted-download': 'error' },
    { whole: ONLY_LISTED, reasons: { 'letter-case': READ, malformed: READ, 'no-origin': READ } },
    { match: 'origin', hosts: ['api.weixin.qq.com'] },
  ),
  wechat(
    'insecure-scheme',
    { insecure: 'error', lan: 'info' },
    { whole: said('wechat.https'), reasons: { lan: said('wechat.lan-calls') } },
  ),
  wechat(
    'ip-address',
    { address: 'error', localhost: 'error', lan: 'info' },
    { whole: said('wechat.no-address'), reasons: { lan: said('wechat.lan-calls') } },
  ),
  wechat('forbidden-host', 'error', said('wechat.forbidden-host')),
  wechat('app-secret', SECRET, SECRET_STAYS),
  wechat('url-length', 'warning', said('wechat.url-length'), { bytes: 1024 }),
  wechat('method-case', METHOD, said('wechat.methods'), {
    methods: ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'],
  }),
  wechat('referer-header', 'warning', said('wechat.referer')),
  wechat(
    'network-timeout',
    { 'too-long': 'warning', 'too-short': 'warning' },
    { whole: said('wechat.timeout'), reasons: { 'too-short': said('wechat.short-timeout') } },
    { least: 1000, most: 60_000 },
  ),
  wechat(
    'call-option',
    {
      'timeout-too-long': 'warning',
      'timeout-too-short': 'warning',
      'file-type': 'not-demanded',
      'header-value': 'not-demanded',
      'close-reason': 'warning',
    },
    {
      whole: said('wechat.timeout'),
      reasons: {
        'timeout-too-short': follows('wechat.short-timeout'),
        'close-reason': said('wechat.close-reason'),
      },
    },
  ),
  wechat('url-encoding', 'warning', said('wechat.url-encoding')),
  wechat('several-sockets', 'info', said('wechat.one-socket')),
  wechat('url-check', 'warning', said('wechat.check-on')),
  wechat('page-resource', 'info', said('wechat.media')),
  wechat('unaccounted-host', UNACCOUNTED, READ),
  wechat('silent-client', SILENT, READ),
  wechat('unused-domain', UNUSED, READ, { match: 'origin' }),
  wechat('scan-setting', STEERING, READ),
  wechat('seen-host', SEEN, READ),
]

const phones = clauses('ios', 'android')

/** The sentences of a family on calls. */
interface Sentences {
  unlisted: Sources<'project/unlisted-domain'>
  /** What follows from the list. */
  read: Citation
  https: Citation
  address: Sources<'project/ip-address'>
  methods: Citation
  oldRequest: Citation
  option: Sources<'project/call-option'>
  urlLength: Citation
  sockets: Citation
  referer: Citation
  checkOn: Citation
  media: Citation
}

const phoneClauses = (its: Sentences): Clause[] => [
  phones('coverage', 'error', its.read),
  phones('unlisted-domain', { ...UNLISTED, 'unlisted-download': 'warning' }, its.unlisted, {
    match: 'registrable-domain',
  }),
  phones('insecure-scheme', 'error', its.https),
  phones('ip-address', 'error', its.address),
  // The secret is WeChat's, whichever program carries it.
  phones('app-secret', SECRET, SECRET_STAYS),
  phones('method-case', METHOD, its.methods, { methods: ['GET', 'POST', 'PUT', 'DELETE'] }),
  phones('deprecated-api', 'warning', its.oldRequest),
  phones(
    'call-option',
    {
      'timeout-too-long': 'not-demanded',
      'timeout-too-short': 'not-demanded',
      'file-type': 'warning',
      'header-value': 'warning',
      'close-reason': 'not-demanded',
    },
    its.option,
  ),
  // No number is given; 4 KB is what servers and proxies take at the least.
  phones('url-length', 'warning', its.urlLength, { bytes: 4096 }),
  phones('several-sockets', 'warning', its.sockets),
  phones('referer-header', 'warning', its.referer),
  phones('url-check', 'warning', its.checkOn),
  phones('page-resource', 'info', its.media),
  phones('unaccounted-host', UNACCOUNTED, its.read),
  phones('silent-client', SILENT, its.read),
  phones('unused-domain', UNUSED, its.read, { match: 'registrable-domain' }),
  phones('scan-setting', STEERING, its.read),
  phones('seen-host', SEEN, its.read),
]

export const alipayProject = phoneClauses({
  unlisted: {
    whole: said('alipay.only-listed'),
    reasons: {
      'unlisted-download': follows('alipay.only-listed'),
      'letter-case': said('alipay.misspelt'),
      malformed: said('alipay.misspelt'),
    },
  },
  read: follows('alipay.only-listed'),
  https: said('alipay.https'),
  address: {
    whole: said('alipay.no-address'),
    reasons: { localhost: said('alipay.no-localhost'), lan: said('alipay.outside') },
  },
  methods: said('alipay.methods'),
  oldRequest: said('alipay.old-request'),
  option: { whole: said('alipay.headers'), reasons: { 'file-type': said('alipay.file-type') } },
  urlLength: said('alipay.url-length'),
  sockets: follows('alipay.several-sockets'),
  referer: said('alipay.referer'),
  checkOn: said('alipay.check-on'),
  media: follows('mpaas.network'),
})
export const mpaasProject = phoneClauses({
  unlisted: {
    whole: said('mpaas.only-listed'),
    reasons: { 'unlisted-download': follows('mpaas.only-listed') },
  },
  read: follows('mpaas.only-listed'),
  https: said('mpaas.https'),
  address: { whole: follows('mpaas.only-listed'), reasons: { lan: said('mpaas.outside') } },
  methods: said('mpaas.methods'),
  oldRequest: said('mpaas.old-request'),
  option: { whole: said('mpaas.headers'), reasons: { 'file-type': said('mpaas.file-type') } },
  urlLength: said('mpaas.url-length'),
  sockets: said('mpaas.one-socket'),
  referer: said('mpaas.referer'),
  checkOn: said('mpaas.check-on'),
  media: follows('mpaas.network'),
})
