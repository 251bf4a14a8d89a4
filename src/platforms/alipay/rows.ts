/**
 * What Alipay's client requires under each rule, whichever app it runs in: levels and numbers. The sentences are the family's
 * own.
 */
import type { Citation } from '../../engine/rule.js'
import type { Sources } from '../demands/cite.js'
import { handedOn } from '../demands/client-sources.js'
import * as level from '../demands/levels.js'
import { forEach } from '../demands/quotations/index.js'
import type { NotDemanded, Rows } from '../demands/rows.js'
import { SECRET_STAYS } from '../wechat/secret.js'

/** A family's sentences about lists, responses and calls. */
export interface Sentences {
  /** What follows from the list. */
  listed: Citation
  scheme: Sources<'domain/scheme'>
  ip: Sources<'domain/ip-address'>
  localhost: Sources<'domain/localhost'>
  port: Citation
  syntax: Citation
  limit: { said: Citation; follows: Citation }
  match: Citation
  suffix: Citation
  filing: { whole: Citation; follows: Citation }
  redirect: Sources<'http/redirect'>
  charset: Sources<'http/charset'>
  time: Sources<'http/response-time'>
  status: Sources<'http/status'>
  turnedAway: Sources<'http/turned-away'>
  json: Sources<'http/json'>
  socket: Sources<'http/websocket'>
  unlisted: Sources<'project/unlisted-domain'>
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

type Group = 'audit' | 'domain' | 'http' | 'project'
type RowsOfPages = Pick<Rows, Exclude<Extract<keyof Rows, `${Group}/${string}`>, 'http/reachable'>>

type RowsOf<G extends Group> = Pick<RowsOfPages, Extract<keyof RowsOfPages, `${G}/${string}`>>

export const alipayRows = (family: string, its: Sentences): RowsOfPages => ({
  ...auditRows(its),
  ...domainRows(its),
  ...httpRows(family, its),
  ...projectRows(its),
})

/** The pages don't mention it. */
const unsaid = (its: Sentences): NotDemanded => ({ notDemanded: its.listed })

const auditRows = (its: Sentences): RowsOf<'audit'> => ({
  'audit/complete': { level: level.COMPLETE, sources: its.listed },
  'audit/unused': { level: level.UNUSED_PART, sources: its.listed },
})

const domainRows = (its: Sentences): RowsOf<'domain'> => ({
  'domain/scheme': { level: 'error', sources: its.scheme },
  'domain/ip-address': { level: 'error', sources: its.ip },
  'domain/localhost': { level: 'error', sources: its.localhost },
  'domain/forbidden-host': unsaid(its),
  'domain/port': {
    level: level.PORT,
    sources: { whole: its.port, reasons: { forbidden: its.port } },
    parameters: { ports: 'undocumented' },
  },
  'domain/syntax': {
    level: level.SYNTAX,
    sources: { whole: its.syntax, reasons: forEach(its.syntax, 'malformed', 'several') },
  },
  'domain/limit': {
    level: 'error',
    sources: {
      whole: its.limit.said,
      reasons: { 'app-limit': its.limit.said, 'api-limit': its.limit.follows },
    },
    parameters: { per: 'app' },
  },
  'domain/duplicate': { level: 'warning', sources: its.limit.follows },
  'domain/subdomain': { level: 'info', sources: its.match, parameters: { match: 'registrable-domain' } },
  'domain/public-suffix': {
    level: level.SUFFIX,
    sources: { whole: its.suffix, reasons: { suffix: its.suffix } },
  },
  'domain/icp-tld': { level: 'warning', sources: its.filing.follows },
  'domain/icp-filing': {
    level: level.FILING,
    sources: { whole: its.filing.whole, reasons: forEach(its.filing.follows, ...level.WRONG_NUMBERS) },
  },
})

const httpRows = (family: string, its: Sentences): RowsOf<'http'> => ({
  'http/redirect': {
    level: level.REDIRECT,
    sources: its.redirect,
    parameters: { family, match: 'registrable-domain' },
  },
  'http/charset': { level: 'info', sources: its.charset },
  'http/response-time': { level: 'warning', sources: its.time },
  'http/status': { level: level.FAILING_STATUS, sources: its.status, parameters: { lowest: 400 } },
  'http/turned-away': { level: level.NO_HOT_LINK, sources: its.turnedAway },
  'http/json': { level: 'warning', sources: its.json, parameters: { family } },
  'http/well-formed': { level: level.wellFormed('warning'), sources: handedOn(its.listed) },
  'http/websocket': { level: level.WEBSOCKET, sources: its.socket },
})

const projectRows = (its: Sentences): RowsOf<'project'> => ({
  'project/coverage': { level: 'error', sources: its.listed },
  'project/unlisted-domain': {
    level: level.BUT_DOWNLOADS,
    sources: its.unlisted,
    parameters: { match: 'registrable-domain' },
  },
  // Its pages know no such sockets.
  'project/socket-address': { level: level.SOCKET, sources: its.listed, parameters: { lists: [] } },
  'project/insecure-scheme': { level: 'error', sources: its.https },
  'project/ip-address': { level: 'error', sources: its.address },
  'project/forbidden-host': unsaid(its),
  'project/app-secret': { level: level.SECRET, sources: SECRET_STAYS },
  'project/method-case': {
    level: level.METHOD,
    sources: its.methods,
    parameters: { methods: ['GET', 'POST', 'PUT', 'DELETE'] },
  },
  'project/deprecated-api': { level: 'warning', sources: its.oldRequest },
  'project/call-option': {
    level: { ...level.NO_OPTION, 'file-type': 'warning', 'header-value': 'warning' },
    sources: its.option,
  },
  // No number is given; 4 KB is the least that servers and proxies accept.
  'project/url-length': { level: 'warning', sources: its.urlLength, parameters: { bytes: 4096 } },
  'project/url-encoding': unsaid(its),
  'project/several-sockets': { level: 'warning', sources: its.sockets },
  'project/referer-header': { level: 'warning', sources: its.referer },
  'project/network-timeout': unsaid(its),
  'project/url-check': { level: 'warning', sources: its.checkOn },
  'project/page-resource': { level: 'info', sources: its.media },
  'project/unaccounted-host': { level: level.UNACCOUNTED, sources: its.listed },
  'project/silent-client': { level: level.SILENT, sources: its.listed },
  'project/vendored-library': { level: level.LIBRARY, sources: its.listed },
  'project/unused-domain': {
    level: level.UNUSED,
    sources: its.listed,
    parameters: { match: 'registrable-domain' },
  },
  'project/scan-setting': { level: level.STEERING, sources: its.listed },
  'project/seen-host': { level: level.SEEN, sources: its.listed },
})
