/** Every sentence that a requirement is based on, by name, with the page and the version it was read in. */
import type { Basis, Citation } from '../../../engine/rule.js'
import { FAMILY_DOCUMENTS, FAMILY_QUOTATIONS } from './all.js'
import * as clients from './clients.js'
import type { Document, Quotation } from './types.js'

export type { Document, Quotation } from './types.js'

export const DOCUMENTS = { ...FAMILY_DOCUMENTS, ...clients.DOCUMENTS }
export type DocumentId = keyof typeof DOCUMENTS
export const QUOTATIONS = { ...FAMILY_QUOTATIONS, ...clients.QUOTATIONS }
export type QuotationName = keyof typeof QUOTATIONS

const documents: Readonly<Record<string, Document | undefined>> = DOCUMENTS

function documentOf(id: string): Document {
  const found = documents[id]
  if (!found) throw new Error(`no document ${id}`)
  return found
}

const made = new Map<string, Citation>()

/** The same citation for the same words: results of platforms that share one are reported together. */
function citation(name: QuotationName, basis?: Basis): Citation {
  const key = `${name} ${basis ?? ''}`
  const known = made.get(key)
  if (known) return known
  const { document, text }: Quotation = QUOTATIONS[name]
  const { title, url, edition, readOn } = documentOf(document)
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

/** A sentence, and what follows from it. */
export interface Told {
  said: Citation
  follows: Citation
}
export const told = (name: Said): Told => ({ said: said(name), follows: follows(name) })

/** One citation for several reasons. */
export const forEach = <R extends string>(cite: Citation, ...reasons: R[]): Record<R, Citation> =>
  Object.fromEntries(reasons.map((reason) => [reason, cite])) as Record<R, Citation>
