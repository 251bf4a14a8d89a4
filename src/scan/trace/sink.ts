import type { CallFact, OptionFact, ResourceFact, UndeterminedReason } from '../../facts/project.js'
import type { Family } from '../../types.js'
import type { Value } from '../evaluate/values.js'
import type { CallApi } from '../frameworks/index.js'
import type { CallExpr } from '../ir/types.js'

/** What a call is when reached by one path. */
export interface Sink {
  callee: string
  /** The object or client it belongs to. */
  of: string
  api: CallApi | ResourceFact['tag']
  /** Empty for a framework. */
  families: readonly Family[]
  /** On another vendor's platform. */
  foreign?: true
  urls: Value[]
  /** These are passed to the platform as they are: nothing in the source adds a prefix. */
  plain?: true
  /** It takes local files too. */
  mayBeFile?: true
  /** The call that created the client and would set its server; null if there is none. */
  made: CallExpr | null
  /** Reported in addition to the URLs: something else may take their place. */
  doubt: UndeterminedReason | null
  methods: CallFact['methods']
  options: OptionFact[]
  headers: CallFact['headers']
}

/** A call without a platform, of which only the URL is known. */
export type Asked = Pick<Sink, 'callee' | 'of' | 'api' | 'urls'>

/** What a call has that is made on no platform's object, and of which only the URL is looked at. */
export const UNBOUND = { families: [], made: null, doubt: null, methods: [], options: [], headers: [] }
