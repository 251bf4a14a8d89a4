/** What an answer says about its own end, where clients were seen to read it differently. */
import type { FramingFact } from '../../facts/index.js'
import type { Head } from './head.js'
import type { Response } from './reader.js'

const MAX_VALUE = 64

export function framingOf({ head, interim, surplus }: Response): FramingFact[] {
  const found: FramingFact[] = []
  const blame = (problem: FramingFact['problem'], value: string): void => {
    found.push({ problem, value: value.slice(0, MAX_VALUE) })
  }
  for (const status of interim) if (status !== 100) blame('interim', String(status))
  for (const name of head.spaced) if (FRAMING.has(name)) blame('spaced-name', name)
  for (const name of head.folded) if (FRAMING.has(name)) blame('folded', name)
  if (hasBody(head)) {
    const coding = oddCoding(head)
    if (coding) blame(coding.problem, coding.value)
    else if (!head.fields.has('transfer-encoding')) {
      const odd = (head.fields.get('content-length') ?? []).find((value) => !isLength(value))
      if (odd !== undefined) blame('content-length', odd)
    }
  }
  const text = surplus.toString('latin1')
  // An empty line was usual once, and an answer nobody asked for may be about the connection.
  if (text.trim() !== '' && !text.startsWith('HTTP/')) blame('surplus', text)
  return found
}

const FRAMING = new Set(['content-length', 'transfer-encoding', 'content-encoding', 'location'])

const hasBody = ({ status }: Head): boolean => status >= 200 && status !== 204 && status !== 304

const isLength = (value: string): boolean => /^\d+$/.test(value) && Number(value) < 2 ** 63

/** OkHttp knows `chunked` alone, as the last value; Chromium ignores it in HTTP/1.0. */
function oddCoding({ fields, old }: Head): FramingFact | null {
  const codings = fields.get('transfer-encoding') ?? []
  const last = (codings.at(-1) ?? '').toLowerCase()
  if (last === '' || last === 'identity') return null
  if (last !== 'chunked') return { problem: 'transfer-coding', value: codings.join(', ') }
  return old ? { problem: 'old-chunked', value: 'HTTP/1.0' } : null
}
