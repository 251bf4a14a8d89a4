/** What the fields and the body of one answer say, held against RFC 9113 section 8. */
import type { Http2Fault } from '../../facts/index.js'
import { MAX_BODY } from '../http/reader.js'
import type { Field } from './hpack.js'

export interface Message {
  /** False when nothing that follows can make it an answer. */
  fields(fields: readonly Field[], isEnd: boolean): boolean
  /** False likewise. */
  data(length: number, isEnd: boolean): boolean
  isDone(): boolean
  /** Null before the final head. */
  status(): number | null
  faults: Http2Fault[]
}

const MAX_SHOWN = 256
const MAX_FAULTS = 16

export function message(): Message {
  const faults: Http2Fault[] = []
  let status: number | null = null
  let lengths: string[] = []
  let received = 0
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
    fields: (list, isEnd) => {
      for (const field of list) judgeField(field, blame)
      if (status === null) return head(list, isEnd)
      if (list.some(([name]) => name.startsWith(':'))) blame({ problem: 'pseudo-field', name: 'trailer' })
      if (!isEnd) blame({ problem: 'unended' })
      end()
      return true
    },
    data: (length, isEnd) => {
      if (status === null) {
        blame({ problem: 'no-head' })
        return false
      }
      received += length
      // So much is not read to its end.
      if (received > MAX_BODY) isOver = true
      else if (isEnd) end()
      return true
    },
  }
}

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
