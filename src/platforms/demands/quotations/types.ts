/** Sentences that requirements are based on, and the pages they come from. */
import type { Localised } from '../../../engine/rule.js'
import type { Language } from '../../../types.js'

/** A page in one version of its text. */
export interface Document {
  title: Localised
  /** The page's URL; it may say something else by now. */
  url?: string
  /** The version of the text that was read: a date, years, a version number. Absent: the page has no date. */
  edition?: Localised
  /** The day it was read (YYYY-MM-DD). */
  readOn: string
  /** The language of its sentences. */
  language: Language
}

export interface Quotation {
  /** One of the pages in the same folder. */
  document: string
  /** In the page's own words; empty for something that was seen in a client. */
  text: string
}

/** One of a page among those. */
export interface QuotationIn<Documents> extends Quotation {
  document: keyof Documents & string
}
