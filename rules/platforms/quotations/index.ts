/** Every sentence that a demand rests on, by name, with the page and the state of it that the sentence was read in. */
import type { Basis, Citation } from '../../../src/engine/rule.js'
import { ALIPAY } from './alipay.js'
import { CLIENTS } from './clients.js'
import { DOCUMENTS, type Document, type DocumentId } from './documents.js'
import { MPAAS } from './mpaas.js'
import { WECHAT } from './wechat.js'

export type { Document, DocumentId } from './documents.js'
export { DOCUMENTS }

export interface Quotation {
  document: DocumentId
  /** In the page's own words; empty for what is no sentence but was seen in a client. */
  text: string
}

export const QUOTATIONS = { ...WECHAT, ...ALIPAY, ...MPAAS, ...CLIENTS } satisfies Record<string, Quotation>
export type QuotationName = keyof typeof QUOTATIONS

const made = new Map<string, Citation>()

/** The same citation for the same words: results of platforms that rest on one are told together. */
function citation(name: QuotationName, basis?: Basis): Citation {
  const key = `${name} ${basis ?? ''}`
  const known = made.get(key)
  if (known) return known
  const { document, text }: Quotation = QUOTATIONS[name]
  const { title, url, edition, readOn }: Document = DOCUMENTS[document]
  const cite: Citation = {
    title,
    ...(url !== undefined && { url }),
    quote: text,
    ...(edition !== undefined && { edition }),
    readOn,
    ...(basis !== undefined && { basis }),
  }
  made.set(key, cite)
  return cite
}

type Seen = Extract<QuotationName, `seen.${string}`>
type Said = Exclude<QuotationName, Seen>

/** The sentence says it. */
export const said = (name: Said): Citation => citation(name)
/** It follows from the sentence. */
export const follows = (name: Said): Citation => citation(name, 'inferred')
/** Nobody says it; it was seen in the client, or read in its source. */
export const seen = (name: Seen): Citation => citation(name, 'observed')

/** One citation for several reasons. */
export const forEach = <R extends string>(cite: Citation, ...reasons: R[]): Record<R, Citation> =>
  Object.fromEntries(reasons.map((reason) => [reason, cite])) as Record<R, Citation>
