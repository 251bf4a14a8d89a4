/** Is a text an IP address? Of node:net only what looks at text and opens nothing. */
export { isIP, isIPv4, isIPv6 } from 'node:net'
