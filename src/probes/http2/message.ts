/** What the fields and the body of one answer say, held against RFC 9113 section 8. */
import type { Http2Fault } from '../../facts/index.js'
import { putTo } from '../../grouping.js'
import type { Head } from '../http/head.js'
import { MAX_BODY, type Response } from '../http/reader.js'
import type { Field } from './hpack.js'

export interface Message {
  /** False when nothing that follows can make it an answer. */
  fields(fields: readonly Field[], isEnd: boolean): boolean
  /** False likewise. */
  data(content: Buffer, isEnd: boolean): boolean
  isDone(): boolean
  /** Null before the final head. */
  status(): number | null
  faults: Http2Fault[]
  /** The final head and what came of its body; null before the final head. */
  response(): Response | null
}

const MAX_SHOWN = 256
const MAX_FAULTS = 16

export function message(): Message {
  const faults: Http2Fault[] = []
  let status: number | null = null
  let lengths: string[] = []
  let received = 0
  let fields: Head['fields'] = new Map()
  const kept: Buffer[] = []
  let isOver = false
  const blame = (fault: Http2Fault): void => {
    if (faults.length < MAX_FAULTS) faults.push(fault)
  }
  const end = (): void => {
    isOver = true
    const [length = String(received), ...others] = lengths
    if (others.length > 0 || length !== String(received))
      blame({ problem: 'length', value: shown(lengths.join(', ')) })
  }
  const head = (list: readonly Field[], isEnd: boolean): boolean => {
    const said = statusIn(list, blame)
    if (said === null) return false
    // RFC 9110 section 15.2: a final answer is still to come.
    if (said >= 100 && said < 200 && said !== 101) {
      if (isEnd) blame({ problem: 'no-head', value: String(said) })
      return !isEnd
    }
    status = said
    fields = fieldsOf(list)
    lengths = list.flatMap(([name, value]) => (name === 'content-length' ? [value] : []))
    // They say how long an answer to another request would be.
    if (said === 304) lengths = []
    if (isEnd) end()
    return true
  }
  return {
    faults,
    isDone: () => isOver,
    status: () => status,
    response: () =>
      status === null
        ? null
        : {
            kind: 'response',
            head: { status, old: false, fields, spaced: [], folded: [] },
            body: Buffer.concat(kept).subarray(0, MAX_BODY),
            ...(received > MAX_BODY && { cut: 'limit' }),
            interim: [],
            surplus: Buffer.alloc(0),
            reusable: true,
          },
    fields: (list, isEnd) => {
      for (const field of list) judgeField(field, blame)
      if (status === null) return head(list, isEnd)
      if (list.some(([name]) => name.startsWith(':'))) blame({ problem: 'pseudo-field', name: 'trailer' })
      if (!isEnd) blame({ problem: 'unended' })
      end()
      return true
    },
    data: (content, isEnd) => {
      if (status === null) {
        blame({ problem: 'no-head' })
        return false
      }
      if (received <= MAX_BODY) kept.push(content)
      received += content.length
      // So much is not read to its end.
      if (received > MAX_BODY) isOver = true
      else if (isEnd) end()
      return true
    },
  }
}

function fieldsOf(list: readonly Field[]): Head['fields'] {
  const fields: Head['fields'] = new Map()
  for (const [name, value] of list)
    if (!name.startsWith(':')) putTo(fields, name.toLowerCase(), textOf(value))
  return fields
}

/** Fields have no encoding of their own; what isn't ASCII is UTF-8 in practice. */
const textOf = (value: string): string => Buffer.from(value, 'latin1').toString('utf8')

const shown = (text: string): string => text.slice(0, MAX_SHOWN)

type Blame = (fault: Http2Fault) => void

/** Section 8.2.2. */
const OF_CONNECTIONS = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
])
/** Section 8.2.1: a token of RFC 9110 without capitals. */
const NAME = /^:?[!#$%&'*+.^_`|~0-9a-z-]+$/
const CONTROL = /[\x00-\x08\x0a-\x1f\x7f]/

function judgeField([name, value]: Field, blame: Blame): void {
  if (!NAME.test(name)) blame({ problem: 'field-name', name: shown(name) })
  else if (CONTROL.test(value)) blame({ problem: 'field-value', name: shown(name), value: shown(value) })
  else if (OF_CONNECTIONS.has(name)) blame({ problem: 'connection-field', name, value: shown(value) })
}

/** Section 8.3.2: `:status` once, before all fields. Null where there is no telling which status it is. */
function statusIn(list: readonly Field[], blame: Blame): number | null {
  const regular = list.findIndex(([name]) => !name.startsWith(':'))
  const pseudo = regular < 0 ? list : list.slice(0, regular)
  const late = regular < 0 ? [] : list.slice(regular).filter(([name]) => name.startsWith(':'))
  const other = [...pseudo, ...late].find(([name]) => name !== ':status')
  if (other) blame({ problem: 'pseudo-field', name: shown(other[0]) })
  const said = pseudo.flatMap(([name, value]) => (name === ':status' ? [value] : []))
  const [status = ''] = said
  if (said.length !== 1 || late.some(([name]) => name === ':status') || !/^\+?\d{1,9}$/.test(status)) {
    blame({ problem: 'no-status', value: shown(said.join(', ')) })
    return null
  }
  if (!/^[1-9]\d\d$/.test(status)) blame({ problem: 'odd-status', value: status })
  return Number(status)
}
