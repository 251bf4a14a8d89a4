import type { RuleText } from '../../../src/i18n/types.js'
import { noAnswer } from '../words/en.js'
import type rule from './rule.js'
import type { Misframed } from './rule.js'

const FIELDS = { location: 'Location', 'content-disposition': 'Content-Disposition' } as const

/** What is wrong, and who was seen to stumble over it. */
function wrongWith({ problem, value }: Misframed): string {
  switch (problem) {
    case 'transfer-coding':
      return `sends Transfer-Encoding: ${value}; OkHttp knows “chunked” alone and takes the chunks’ sizes for content`
    case 'old-chunked':
      return 'sends chunks in HTTP/1.0, which has none: Chromium takes their sizes for content, and waits for the end of the connection'
    case 'content-length':
      return `sends Content-Length: ${value}, which is no number: OkHttp fails, or waits for the end of the connection, as Chromium may`
    case 'spaced-name':
      return `sends a space between “${value}” and its colon: OkHttp does not know the field then`
    case 'folded':
      return `sends a value of “${value}” that goes on in the next line: OkHttp drops what stands there`
    case 'interim':
      return `sends ${value} before the answer: older versions of OkHttp, on which Android’s HttpURLConnection is built, take it for the answer`
    case 'surplus':
      return `goes on behind the length it announces: clients cut the body off there. What follows begins with: ${value}`
  }
}

const FIX_FRAMING: Record<Misframed['problem'], string> = {
  'transfer-coding': 'Send Transfer-Encoding: chunked, and compress with Content-Encoding.',
  'old-chunked': 'Answer in HTTP/1.1, or without chunks.\n  nginx: proxy_http_version 1.1;',
  'content-length': 'Send Content-Length once, as a number alone.',
  'spaced-name': 'Send the name and its colon without a space.',
  folded: 'Send the whole value in one line.',
  interim: 'Send 103 to browsers only.',
  surplus: 'Compute Content-Length from the encoded bytes: the length of a text counts characters.',
}

export default {
  title: 'Clients accept the answers as they are',
  why: 'Some answers look fine in a terminal but make a client’s network library give up: the mini program gets an error, never the status or the data.',
  howToFix:
    'Send Location and Content-Disposition once, never 407, and Content-Encoding only for what was really compressed, once.',
  pass: ({ paths }) => `nothing in the way (${paths.join(', ')})`,
  unknown: {
    'not-decoded': 'the body came in a compression that hefa could not undo',
    'no-answer': 'the path got no answer',
  },
  reasons: {
    conflict: {
      message: ({ path, field, values: [first, other] }, { subject }) =>
        `${subject}${path} sends ${FIELDS[field]} with two different values, and Chromium’s network library discards such an answer: ${first} | ${other}`,
      fix: ({ field }) =>
        field === 'location'
          ? 'Let either the program or the gateway in front of it set Location, not both.'
          : 'Send one Content-Disposition, and put the file name in quotes: a comma outside of quotes begins a second value.',
    },
    'proxy-authentication': {
      message: ({ path }, { subject }) =>
        `${subject}${path} answers 407, which only a proxy may send: Chromium and OkHttp discard it.`,
      fix: () => 'Answer 401 or 403 instead.',
    },
    'promised-content': {
      message: ({ path, status, length }, { subject }) =>
        `${subject}${path} answers ${status}, which has no content, but announces ${length} bytes: an error for OkHttp, on which Android’s HttpURLConnection is built.`,
      fix: ({ status }) => `Answer ${status} without body and Content-Length, or 200 with them.`,
    },
    misframed: {
      message: (evidence, { subject }) => `${subject}${evidence.path} ${wrongWith(evidence)}.`,
      fix: ({ problem }) => FIX_FRAMING[problem],
    },
    unended: {
      message: ({ path, bytes, timeout }, { subject }) =>
        `${subject}${path} answers, but after ${bytes} bytes and ${timeout / 1000} s the body has not ended: clients wait until their own time-out.`,
      fix: () =>
        'Check whether Content-Length announces more than is sent, and whether the program closes the response. An endless stream can’t be checked: name another path.',
    },
    undecodable: {
      message: ({ path, encoding }, { subject }) =>
        `${subject}${path} declares Content-Encoding: ${encoding}, but the body is not that: clients can’t decode it.`,
      fix: () =>
        'Let one place alone compress: a program that sets Content-Encoding must compress, and two that both set it must compress twice.\n  To see it: curl -v --compressed URL',
    },
    'ends-early': {
      message: ({ path, encoding }, { subject }) =>
        `${subject}${path} ends before its compressed data (${encoding}) do: clients report an error, or pass on only the beginning.`,
      fix: () =>
        'Compute Content-Length after compressing, and finish the compressor. A stored .gz file may have been cut off: write it again.',
    },
    damaged: {
      message: ({ path, encoding, how }, { subject }) =>
        how === 'empty'
          ? `${subject}${path} declares Content-Encoding: ${encoding} for an empty body, an error for clients such as OkHttp.`
          : how === 'surplus'
            ? `${subject}${path} sends further bytes after its compressed data (${encoding}): an error for clients such as OkHttp; others ignore them.`
            : `${subject}${path} sends compressed data (${encoding}) whose checksum is wrong: an error for clients such as OkHttp.`,
      fix: ({ how }) =>
        how === 'empty'
          ? 'Leave Content-Encoding out where there is no body.'
          : 'Look for what writes to the answer beside the compressor, or for a stored .gz file that is damaged.',
    },
    'not-decoded': {
      message: ({ path, encoding }, { subject }) =>
        `${subject}${path} answers compressed (${encoding}), which hefa did not undo: whether clients can is unknown.`,
      fix: () => 'Answer with gzip, or in a coding that the request accepts.',
    },
    'no-answer': noAnswer,
  },
} satisfies RuleText<typeof rule>
