/** How the cases of handshakes are written. */
import type { Oddity } from '../../helpers/oddity.js'
import { type OracleCase, server } from '../world.js'

/** A server made by hand that does one odd thing. */
export const odd = (id: string, what: string, oddity: Oddity): OracleCase => server(id, what, { odd: oddity })

export const both = (id: string, what: string, oddity: Oddity): OracleCase[] => [
  odd(`${id}-12`, `TLS 1.2: ${what}`, { ...oddity, version: 'TLSv1.2' }),
  odd(`${id}-13`, `TLS 1.3: ${what}`, oddity),
]
