/** PEM files as servers read them (RFC 7468): text around blocks is ignored, a broken block is an error. */

export interface PemBlock {
  label: string
  /** Of its BEGIN line, from 1. */
  line: number
  der: Buffer
}

export type PemFault =
  /** BEGIN without END, or with the END of another label. */
  | 'unterminated'
  /** `-----END X----------BEGIN X-----`: two files concatenated without a line break between them. */
  | 'glued'
  | 'indented'
  /** An empty line inside a block, which OpenSSL takes for the end of headers. */
  | 'blank-line'
  /** Lines end with a carriage return alone. */
  | 'line-ends'
  /** A character that isn't base64, or base64 that ends in the middle of a byte. */
  | 'not-base64'

export interface PemProblem {
  fault: PemFault
  line: number
}

const BEGIN = /^-----BEGIN ([A-Z0-9 #]{1,60})-----\s*$/
const END = /^-----END ([A-Z0-9 #]{1,60})-----\s*$/
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

/** Private keys are skipped: they are neither decoded nor kept. */
const isSecret = (label: string) => label.endsWith('PRIVATE KEY')

/** Every block in order, private keys without their content; or the first problem a server would run into. */
export function readPemFile(text: string): { blocks: PemBlock[] } | { problem: PemProblem } {
  if (/-----\r(?!\n)/.test(text)) return { problem: { fault: 'line-ends', line: 1 } }
  const lines = text.split(/\r?\n/)
  const blocks: PemBlock[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const stray = strayBegin(line)
    if (stray) return { problem: { fault: stray, line: at + 1 } }
    const label = BEGIN.exec(line)?.[1]
    if (label === undefined) continue
    const block = readBlock(lines, at, label)
    if ('fault' in block) return { problem: block }
    blocks.push({ label, line: at + 1, der: block.der })
    at = block.end
  }
  return { blocks }
}

/** A BEGIN line that OpenSSL doesn't recognize, although it was meant as one. */
function strayBegin(line: string): PemFault | null {
  if (/-----END [^-]*-----+BEGIN /.test(line)) return 'glued'
  return /^\s+-----BEGIN [^-]*-----\s*$/.test(line) ? 'indented' : null
}

function readBlock(lines: string[], begin: number, label: string): { der: Buffer; end: number } | PemProblem {
  const body: string[] = []
  let blank: number | null = null
  for (let at = begin + 1; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (END.exec(line)?.[1] === label) {
      if (isSecret(label)) return { der: Buffer.alloc(0), end: at }
      if (blank !== null) return { fault: 'blank-line', line: blank }
      const base64 = body.join('')
      if (!isWhole(base64)) return { fault: 'not-base64', line: at + 1 }
      return { der: Buffer.from(base64, 'base64'), end: at }
    }
    if (strayBegin(line) === 'glued') return { fault: 'glued', line: at + 1 }
    if (line.startsWith('-----')) break
    if (isSecret(label)) continue
    const part = line.trim()
    if (!BASE64.test(part)) return { fault: 'not-base64', line: at + 1 }
    // An empty line right after BEGIN ends an empty header section.
    if (part === '' && body.length > 0) blank ??= at + 1
    if (part !== '') body.push(part)
  }
  return { fault: 'unterminated', line: begin + 1 }
}

const isWhole = (base64: string) => BASE64.test(base64) && base64.length % 4 === 0 && base64.length > 0
