/** Is a text an IP address? Uses only those functions of node:net that parse text and open nothing. */
export { isIP, isIPv4, isIPv6 } from 'node:net'
