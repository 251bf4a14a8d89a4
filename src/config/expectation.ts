/** The expected kind of a config value, as named in the schema; the texts describe it. */
import * as v from 'valibot'
import type { ConfigTexts } from '../i18n/config.js'

export type Expectation = keyof ConfigTexts['expected'] | 'empty' | 'platform'
export const say = (expectation: Expectation) => expectation

export const described = <S extends v.GenericSchema>(schema: S, description: string) =>
  v.pipe(schema, v.description(description))

export const VISIBLE = /[^\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064]/
/** A string with more in it than spaces. */
export const filled = v.pipe(v.string(say('text')), v.regex(VISIBLE, say('empty')))
