/** Places from which servers are looked at: what a content network answers depends on who asks from where. */
import { VANTAGE } from '../basics.js'

export { NOT_LOOKED, type NotLooked, VANTAGE } from '../basics.js'

/** What a place without a name is called beside others. */
export const HERE = 'here'

/** Places of one run. */
export const MAX_VANTAGES = 200

/** May this name a place to look from? */
export const isVantage = (text: string): boolean => VANTAGE.test(text)
