/** Words that even the platform data uses: APIs, levels, verdicts, languages. */

/** The builds a mini program's source can be read for. */
export const BUILD_MODES = ['release', 'trial', 'development'] as const
/** Which build of a mini program is meant: `release`, `trial` or `development`. */
export type BuildMode = (typeof BUILD_MODES)[number]

/** Platform APIs that take a domain list; `udp` and `tcp` are never probed. */
export const API_NAMES = ['request', 'connectSocket', 'uploadFile', 'downloadFile', 'udp', 'tcp'] as const
/** A platform's API that takes a domain list. */
export type ApiName = (typeof API_NAMES)[number]

/** How much a requirement counts: only `error` fails a release. */
export type Level = 'error' | 'warning' | 'info'
/** The outcome of a rule. `unknown`: it could not be determined, which is never a pass. */
export type Status = 'pass' | 'fail' | 'unknown' | 'not-applicable' | 'waived'
/** How a target or a run came out on a platform; `fail` is the worst, then `unknown`, `warn` and `pass`. */
export type Verdict = 'pass' | 'warn' | 'fail' | 'unknown'
/** How a target is contacted; `udp` and `tcp` are never probed. */
export type Scheme = 'https' | 'wss' | 'udp' | 'tcp'
export type { Language } from './i18n/languages.js'

/** The name of a place to look from, such as `cn-telecom-shanghai`: used in labels, columns and queue names. */
export const VANTAGE = /^[a-z0-9][a-z0-9.-]{0,62}$/

/** Why a place did not look. */
export const NOT_LOOKED = [
  'timed-out', // no answer in the time it was given
  'no-worker', // nobody was there to look
  'worker-lost', // whoever looked was gone before an answer, and again
  'worker-failed', // what came back was an error, or no facts
  'inside', // its workers look at no address inside of a network
  'thread-lost', // the thread of this machine that looked was gone before an answer
  'cut-off', // the run ended before it was its turn
  'missing', // saved facts hold nothing of it
] as const
/** Why a place did not look. */
export type NotLooked = (typeof NOT_LOOKED)[number]

/** Why a file of a mini program's source was not read. */
export const UNREAD_REASONS = [
  'syntax',
  'too-large',
  'not-text',
  'unreadable',
  'outside', // it is outside of the folder
  'limit', // the folder has more files than are read
  'budget', // it takes more steps than a scan has for one file
  'nesting', // it is nested too deeply
  'missing', // a listed page, an imported file
  'interrupted', // by a signal or --max-time
  'unknown-kind', // it looks like a script in a language that isn't supported
  'run-time-code', // it generates code at run time (`eval`, `new Function`, `with`), which is not followed
] as const
/** Why a file of a mini program's source was not read. */
export type UnreadReason = (typeof UNREAD_REASONS)[number]

/** What ended the evaluation of a URL. */
export const UNDETERMINED_REASONS = [
  'parameter', // of a function without a known call, or called with something that can't be determined
  'server-data', // the result of a request, a storage read or an await
  'import', // of a module that isn't there
  'computed', // an operation that isn't folded
  'missing', // no URL is given at all
  'cloud', // a server that only the console of a cloud service names
  'no-server', // it is a path: either something that was not seen prepends a server, or it goes nowhere
  'limit', // too many values or steps
] as const
/** What ended the evaluation of a URL. */
export type UndeterminedReason = (typeof UNDETERMINED_REASONS)[number]

/** Plain JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined }
