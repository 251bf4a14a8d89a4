/** Levels that are the same in every family. Data only. */
import type { LevelsOf } from '../../../rules/ids.js'

export const COMPLETE: LevelsOf<'audit/complete'> = {
  'no-list': 'error',
  'not-read-for': 'error',
  'not-compared': 'error',
  'no-source': 'error',
  'no-result': 'error',
  'not-probed': 'error',
  'no-rule': 'error',
  untold: 'error',
  'addresses-left': 'error',
  'facts-missing': 'error',
  'shares-missing': 'error',
  'results-missing': 'error',
  'not-looked': 'error',
  'no-such-os': 'error',
  'old-lists': 'info',
  'outdated-lists': 'warning',
}
/** CDNs use different addresses, and replace certificates that have not expired. */
export const PLACES: LevelsOf<'vantage/consistent'> = {
  'fails-somewhere': 'error',
  'old-certificate': 'warning',
  'other-certificate': 'info',
  'different-chain': 'warning',
  'different-versions': 'warning',
  'special-address': 'warning',
  'different-status': 'warning',
  'other-addresses': 'info',
}
export const UNUSED_PART: LevelsOf<'audit/unused'> = 'warning'

export const PORT = {
  'https-port': 'info',
  'default-port': 'warning',
  'wss-port': 'warning',
  undocumented: 'warning',
  forbidden: 'error',
} as const satisfies LevelsOf<'domain/port'>
export const SYNTAX: LevelsOf<'domain/syntax'> = {
  malformed: 'error',
  several: 'error',
  'trailing-slash': 'warning',
  folded: 'info',
}
export const SUFFIX: LevelsOf<'domain/public-suffix'> = { suffix: 'error', 'shared-hosting': 'warning' }
export const FILING: LevelsOf<'domain/icp-filing'> = {
  'not-given': 'warning',
  'no-site-number': 'warning',
  'app-number': 'error',
  'mini-program-number': 'error',
  'quick-app-number': 'error',
  licence: 'error',
  malformed: 'error',
}
/** Every number says what was filed; only a website's number covers a server. */
export const WRONG_NUMBERS = [
  'app-number',
  'mini-program-number',
  'quick-app-number',
  'licence',
  'malformed',
] as const

export const REDIRECT: LevelsOf<'http/redirect'> = {
  unlisted: 'warning',
  insecure: 'warning',
  loop: 'warning',
  nowhere: 'warning',
  'default-path': 'info',
  'too-many': 'warning',
  'not-followed': 'warning',
  'no-answer': 'warning',
}
/** Every status is handed to the success callback. */
export const ANY_STATUS: LevelsOf<'http/status'> = {
  'not-found': 'warning',
  'client-error': 'warning',
  'server-error': 'warning',
  'default-path': 'info',
  'not-http': 'warning',
  'no-answer': 'warning',
}
/** Calls fail for some. */
export const FAILING_STATUS: LevelsOf<'http/status'> = { ...ANY_STATUS, 'client-error': 'info' }
export const TURNED_AWAY: LevelsOf<'http/turned-away'> = {
  unfiled: 'warning',
  'hot-link': 'warning',
  challenge: 'warning',
  firewall: 'warning',
  'origin-lost': 'warning',
  'plain-to-tls': 'warning',
  misdirected: 'warning',
}
/** Where it is not known that the Referer refused by such a rule is sent. */
export const NO_HOT_LINK: LevelsOf<'http/turned-away'> = { ...TURNED_AWAY, 'hot-link': 'not-demanded' }
export const WEBSOCKET: LevelsOf<'http/websocket'> = {
  broken: 'warning',
  dropped: 'warning',
  closed: 'info',
  'upgrade-lost': 'warning',
  'not-upgraded': 'warning',
  'not-http': 'warning',
  refused: 'info',
  'default-path': 'info',
  'no-answer': 'warning',
}

/** @param conflict an error where requests are known to go through Chromium's network stack */
export const wellFormed = (conflict: 'error' | 'warning'): LevelsOf<'http/well-formed'> => ({
  conflict,
  'proxy-authentication': 'error',
  'promised-content': 'warning',
  misframed: 'warning',
  unended: 'warning',
  undecodable: 'error',
  'ends-early': 'error',
  damaged: 'warning',
  'not-decoded': 'warning',
  'no-answer': 'warning',
})

const UNLISTED = {
  unlisted: 'error',
  'letter-case': 'warning',
  malformed: 'error',
  'no-origin': 'error',
  'missing-value': 'error',
  'not-determined': 'error',
  // Where no list restricts UDP, as WeChat's page of its method says.
  'udp-not-determined': 'warning',
  // Most are files of the phone.
  'may-be-file': 'warning',
  'not-reached': 'warning',
} as const
export const ALL_LISTED: LevelsOf<'project/unlisted-domain'> = { ...UNLISTED, 'unlisted-download': 'error' }
/** Downloads aren't among what the page says is checked. */
export const BUT_DOWNLOADS: LevelsOf<'project/unlisted-domain'> = {
  ...UNLISTED,
  'unlisted-download': 'warning',
}
/** Where no page says that a list restricts requests: an unlisted server is not audited, which deserves a warning. */
export const PERHAPS_LISTED: LevelsOf<'project/unlisted-domain'> = {
  ...BUT_DOWNLOADS,
  unlisted: 'warning',
}
export const SOCKET: LevelsOf<'project/socket-address'> = {
  'unlisted-tcp': 'error',
  'unlisted-udp': 'warning',
  address: 'error',
  'udp-address': 'info',
  lan: 'info',
  own: 'error',
  'closed-port': 'error',
  malformed: 'error',
  'other-port': 'warning',
  'no-list': 'warning',
}
export const METHOD: LevelsOf<'project/method-case'> = { 'lower-case': 'warning', unsupported: 'error' }
export const UNUSED: LevelsOf<'project/unused-domain'> = { unused: 'info', 'not-determined': 'info' }
export const UNACCOUNTED: LevelsOf<'project/unaccounted-host'> = {
  unaccounted: 'warning',
  escapes: 'error',
  'in-library': 'error',
  'for-library': 'error',
  local: 'info',
  'in-prose': 'info',
  media: 'info',
  documentation: 'info',
}
export const SILENT: LevelsOf<'project/silent-client'> = { imported: 'warning', required: 'info' }
export const LIBRARY: LevelsOf<'project/vendored-library'> = { given: 'info', own: 'warning' }
export const SEEN: LevelsOf<'project/seen-host'> = { 'run-time-only': 'info', 'source-only': 'info' }
export const STEERING: LevelsOf<'project/scan-setting'> = { 'in-force': 'info', unused: 'warning' }
export const SECRET: LevelsOf<'project/app-secret'> = {
  'app-secret': 'error',
  'session-endpoint': 'error',
  'token-endpoint': 'error',
  // The developer tools leave out what nothing refers to, unless they are told not to.
  'of-server': 'warning',
}
export const NO_OPTION = {
  'timeout-too-long': 'not-demanded',
  'timeout-too-short': 'not-demanded',
  'file-type': 'not-demanded',
  'header-value': 'not-demanded',
  'close-reason': 'not-demanded',
} as const satisfies LevelsOf<'project/call-option'>
