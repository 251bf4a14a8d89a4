/** Places to look from: a CDN's answer depends on where the request comes from. */
import { VANTAGE } from '../basics.js'

export { NOT_LOOKED, type NotLooked, VANTAGE } from '../basics.js'

/** The name of this machine among other places. */
export const HERE = 'here'

/** Places of one run. */
export const MAX_VANTAGES = 200

/** Is this a valid name for a place? */
export const isVantage = (text: string): boolean => VANTAGE.test(text)
