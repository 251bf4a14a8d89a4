/** Sentences that demands rest on, and the pages they were read in. */
import type { Localised } from '../../../engine/rule.js'
import type { Language } from '../../../types.js'

/** A page in one state of its text. */
export interface Document {
  title: Localised
  /** Where the page stands; it may say something else by now. */
  url?: string
  /** The state of the text that was read: a day, years, a version. Absent: the page carries no date. */
  edition?: Localised
  /** The day it was read (YYYY-MM-DD). */
  readOn: string
  /** That of its sentences. */
  language: Language
}

export interface Quotation {
  /** Of the pages of the same folder. */
  document: string
  /** In the page's own words; empty for what isn't a sentence but was seen in a client. */
  text: string
}

/** One of a page among those. */
export interface QuotationIn<Documents> extends Quotation {
  document: keyof Documents & string
}
