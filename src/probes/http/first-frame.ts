/** The first frame of a WebSocket, as far as it came with the answer (RFC 6455 section 5). */
import type { UpgradeAnswer } from '../../facts/index.js'

type Fault = NonNullable<UpgradeAnswer['frame']>

const TEXT = 1
const [CLOSE, PONG] = [8, 10]
const [MASKED, LENGTH] = [0x80, 0x7f]

/** Null where nothing came, or nothing is wrong with it. A server may speak first. */
export function faultOfFrame(bytes: Buffer): Fault | null {
  const [first, second] = bytes
  if (first === undefined) return null
  const opcode = first & 0x0f
  const isControl = opcode >= CLOSE
  // None of the extensions that give them a meaning was offered.
  if (first & 0x70) return 'reserved-bits'
  if (isControl ? opcode > PONG : opcode !== TEXT && opcode !== TEXT + 1) return 'opcode'
  if (isControl && !(first & 0x80)) return 'fragmented'
  if (second === undefined) return null
  if (second & MASKED) return 'masked'
  const length = second & LENGTH
  return (isControl && length > 125) || (opcode === CLOSE && length === 1) ? 'length' : null
}
