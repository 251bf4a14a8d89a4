/** Rows of a family whose console keeps a list for each API and compares origins; what its pages do not say is not required. */
import type { LevelsOf } from '../../../rules/ids.js'
import type { Citation } from '../../engine/rule.js'
import { SECRET_STAYS } from '../wechat/secret.js'
import { handedOn } from './client-sources.js'
import * as level from './levels.js'
import { forEach, type Told } from './quotations/index.js'
import type { NotDemanded, Rows } from './rows.js'

/** What the pages of such a family say; absent: nothing. */
export interface PagesSay {
  /** Only listed domains can be reached. */
  listed: Told
  /** No page says so: `listed` is the closest sentence, and what a list would have to contain is unknown. */
  isListUnsaid?: true
  /** It has lists for sockets without a URL. */
  socketLists?: readonly ('udp' | 'tcp')[]
  schemes?: Told
  /** Requests use TLS. */
  https?: Told
  noAddress?: Told
  /** Calls to the local network are allowed, although its list doesn't accept local addresses. */
  lanCalls?: true
  port?: { ports: 'allow' | 'forbid'; said: Citation; default?: Citation }
  forbidden?: { said: Citation; hosts: readonly string[] }
  /** Maximum number of domains per API. */
  limit?: Told
  filing?: Told
  timeout?: Told
  charset?: { said: Citation; byteOrderMark?: Citation }
  anyStatus?: Told
  referer?: Citation
  media?: Told
}

type Group = 'audit' | 'domain' | 'http' | 'project'
type RowsOf<G extends Group> = Pick<Rows, Exclude<Extract<keyof Rows, `${G}/${string}`>, 'http/reachable'>>

const NO_WSS_PORT: LevelsOf<'domain/port'> = { ...level.PORT, 'wss-port': 'not-demanded' }

export const perApiRows = (family: string, say: PagesSay): RowsOf<Group> => ({
  'audit/complete': { level: level.COMPLETE, sources: say.listed.follows },
  'audit/unused': { level: level.UNUSED_PART, sources: say.listed.follows },
  ...listRows(say),
  ...answerRows(family, say),
  ...sourceRows(say),
})

const unsaidOf = ({ listed }: PagesSay): NotDemanded => ({ notDemanded: listed.follows })

function listRows(say: PagesSay): RowsOf<'domain'> {
  const { listed, schemes, noAddress, forbidden, limit, filing } = say
  const READ = listed.follows
  const FILED = filing?.follows ?? READ
  const unsaid = unsaidOf(say)
  return {
    'domain/scheme': schemes
      ? {
          level: 'error',
          sources: {
            whole: schemes.said,
            reasons: {
              ...forEach(schemes.said, 'missing', 'insecure', 'unsupported'),
              'other-api': schemes.follows,
            },
          },
        }
      : say.isListUnsaid
        ? { notKnown: 'lists', cite: READ }
        : unsaid,
    'domain/ip-address': noAddress
      ? {
          level: 'error',
          sources: { whole: noAddress.said, reasons: forEach(noAddress.said, 'address', 'lan-address') },
        }
      : unsaid,
    'domain/localhost': noAddress
      ? {
          level: 'error',
          sources: {
            whole: noAddress.said,
            reasons: {
              localhost: noAddress.said,
              // A name that can't exist can't be filed.
              ...forEach(FILED, 'single-label', 'special-use'),
            },
          },
        }
      : unsaid,
    'domain/forbidden-host': forbidden
      ? {
          level: 'error',
          sources: { whole: forbidden.said, reasons: { forbidden: forbidden.said } },
          parameters: { hosts: [...forbidden.hosts] },
        }
      : unsaid,
    'domain/port': portRow(say),
    'domain/syntax': {
      level: level.SYNTAX,
      sources: { whole: READ, reasons: forEach(READ, 'malformed', 'several') },
    },
    'domain/limit': limit
      ? {
          level: 'error',
          sources: {
            whole: limit.said,
            reasons: { 'api-limit': limit.said, 'app-limit': limit.follows },
          },
          parameters: { per: 'api' },
        }
      : unsaid,
    'domain/duplicate': { level: 'warning', sources: limit?.follows ?? READ },
    'domain/subdomain': { level: 'info', sources: READ, parameters: { match: 'host' } },
    'domain/public-suffix': {
      level: level.SUFFIX,
      sources: { whole: FILED, reasons: { suffix: FILED } },
    },
    'domain/icp-tld': filing ? { level: 'warning', sources: filing.follows } : unsaid,
    'domain/icp-filing': filing
      ? {
          level: level.FILING,
          sources: { whole: filing.said, reasons: forEach(filing.follows, ...level.WRONG_NUMBERS) },
        }
      : unsaid,
  }
}

function portRow({ listed, port }: PagesSay): Rows['domain/port'] {
  return {
    level: NO_WSS_PORT,
    sources: {
      whole: port?.said ?? listed.follows,
      reasons: {
        forbidden: port?.said ?? listed.follows,
        ...(port?.default ? { 'https-port': port.said, 'default-port': port.default } : {}),
      },
    },
    parameters: { ports: port?.ports ?? 'undocumented' },
  }
}

function answerRows(family: string, say: PagesSay): RowsOf<'http'> {
  const { listed, schemes, filing, timeout, charset, anyStatus } = say
  const { follows: READ } = listed
  const unsaid = unsaidOf(say)
  return {
    'http/redirect': { level: level.REDIRECT, sources: READ, parameters: { family, match: 'origin' } },
    'http/charset': charset
      ? {
          level: 'info',
          sources: {
            whole: charset.said,
            reasons: charset.byteOrderMark ? { 'byte-order-marks': charset.byteOrderMark } : {},
          },
        }
      : unsaid,
    'http/response-time': timeout ? { level: 'warning', sources: timeout.said } : unsaid,
    'http/status': anyStatus
      ? { level: level.ANY_STATUS, sources: anyStatus.said, parameters: { lowest: 500 } }
      : unsaid,
    'http/turned-away': {
      level: level.NO_HOT_LINK,
      sources: { whole: anyStatus?.follows ?? READ, reasons: filing ? { unfiled: filing.said } : {} },
    },
    'http/json': unsaid,
    'http/well-formed': { level: level.wellFormed('warning'), sources: handedOn(anyStatus?.follows ?? READ) },
    'http/websocket': { level: level.WEBSOCKET, sources: schemes?.follows ?? READ },
  }
}

function sourceRows(say: PagesSay): RowsOf<'project'> {
  const { listed, noAddress, forbidden, timeout, media } = say
  const { said: LISTED, follows: READ } = listed
  const unsaid = unsaidOf(say)
  const https = say.https ?? say.schemes
  return {
    'project/coverage': { level: 'error', sources: READ },
    'project/unlisted-domain': {
      level: say.isListUnsaid ? level.PERHAPS_LISTED : level.ALL_LISTED,
      sources: { whole: LISTED, reasons: forEach(READ, 'letter-case', 'malformed', 'no-origin') },
      parameters: { match: 'origin', hosts: [...(forbidden?.hosts ?? [])] },
    },
    'project/socket-address': {
      level: level.SOCKET,
      sources: READ,
      parameters: { lists: [...(say.socketLists ?? [])] },
    },
    'project/insecure-scheme': https
      ? {
          level: { insecure: 'error', lan: say.lanCalls ? 'info' : 'error' },
          sources: { whole: https.said, reasons: noAddress ? { lan: noAddress.follows } : {} },
        }
      : unsaid,
    'project/ip-address': noAddress
      ? {
          level: { address: 'error', localhost: 'error', lan: say.lanCalls ? 'info' : 'error' },
          sources: { whole: noAddress.said, reasons: { lan: noAddress.follows } },
        }
      : unsaid,
    'project/forbidden-host': forbidden
      ? { level: 'error', sources: forbidden.said, parameters: { hosts: [...forbidden.hosts] } }
      : unsaid,
    'project/app-secret': { level: level.SECRET, sources: SECRET_STAYS },
    'project/url-length': unsaid,
    'project/method-case': unsaid,
    'project/deprecated-api': unsaid,
    'project/referer-header': say.referer ? { level: 'warning', sources: say.referer } : unsaid,
    'project/network-timeout': timeout
      ? {
          level: { 'too-long': 'warning', 'too-short': 'warning' },
          sources: timeout.follows,
          parameters: { least: 1000, most: 60_000 },
        }
      : unsaid,
    'project/call-option': unsaid,
    'project/url-encoding': unsaid,
    'project/several-sockets': unsaid,
    'project/url-check': { level: 'warning', sources: READ },
    'project/page-resource': { level: 'info', sources: media?.follows ?? READ },
    'project/unaccounted-host': { level: level.UNACCOUNTED, sources: READ },
    'project/vendored-library': { level: level.LIBRARY, sources: READ },
    'project/silent-client': { level: level.SILENT, sources: READ },
    'project/unused-domain': say.isListUnsaid
      ? { notKnown: 'lists', cite: READ }
      : { level: level.UNUSED, sources: READ, parameters: { match: 'origin' } },
    'project/scan-setting': { level: level.STEERING, sources: READ },
    'project/seen-host': { level: level.SEEN, sources: READ },
  }
}
