/** One request's stream, and what comes of it. */
import type { Http2Answer, Http2Fault } from '../../facts/index.js'
import type { Response } from '../http/reader.js'
import type { Field } from './hpack.js'
import { message } from './message.js'

export interface Exchange {
  stream: number
  fields(fields: readonly Field[], isEnd: boolean): void
  data(content: Buffer, isEnd: boolean): void
  reset(code: number): void
  /** The connection ends, and with it the stream. */
  goaway(code: number): void
  /** Nothing on the connection can be understood any more. */
  broken(fault: Http2Fault): void
  /** No more comes. */
  silence(cause: string): void
  /** Not null once it is certain; what follows on the stream is of no interest any more. */
  answer(): Http2Answer | null
  /** What it says, as far as it came; null before its head. */
  response(): Response | null
  /** Has the server ended the stream? */
  closed(): boolean
}

/** RFC 9113 section 7. */
const NO_ERROR = 0

export function openExchange(stream: number): Exchange {
  const said = message()
  let answer: Http2Answer | null = null
  let closed = false
  const settle = (made: Http2Answer): void => {
    answer ??= made
  }
  const answered = (fault?: Http2Fault): void => {
    const faults = fault ? [...said.faults, fault] : said.faults
    settle({ kind: 'answered', status: said.status(), ...(faults.length > 0 && { faults }) })
  }
  /** @param goesOn false when nothing that follows can make it an answer */
  const took = (goesOn: boolean, isEnd: boolean): void => {
    closed ||= isEnd
    if (!goesOn || said.isDone()) answered()
  }
  return {
    stream,
    answer: () => answer,
    closed: () => closed,
    fields: (fields, isEnd) => {
      if (!answer) took(said.fields(fields, isEnd), isEnd)
    },
    response: said.response,
    data: (content, isEnd) => {
      if (!answer) took(said.data(content, isEnd), isEnd)
    },
    reset: (code) => {
      closed = true
      if (code === NO_ERROR && said.status() !== null) answered({ problem: 'unended' })
      else settle({ kind: 'refused', by: 'stream', code })
    },
    goaway: (code) => {
      closed = true
      settle({ kind: 'refused', by: 'connection', code })
    },
    broken: answered,
    silence: (cause) => settle({ kind: 'no-answer', phase: said.status() === null ? 'head' : 'body', cause }),
  }
}
