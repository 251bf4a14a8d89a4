/** Is a text an IP address? Uses only those functions of node:net that parse text and open nothing. */
import { isIPv4, isIPv6 as readsAsIPv6 } from 'node:net'

export { isIPv4 }

/** Node's expression for it is large: V8 takes longer to compile that than for all hosts of a config to be told apart. */
export const isIPv6 = (text: string): boolean => text.includes(':') && readsAsIPv6(text)

export const isIP = (text: string): 0 | 4 | 6 => (isIPv4(text) ? 4 : isIPv6(text) ? 6 : 0)
