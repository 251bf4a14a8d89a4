/** A phone's exported console (vConsole) → the servers that its lines report as contacted. */
import { collected, type Request } from './collect.js'
import { MAX_REQUESTS, type Recording, type RecordingFault } from './types.js'

const URLS = /\b(?:https?|wss?):\/\/[^\s"'`<>()\\,;，。；）】]{1,2000}/gi

/** Words in lines that report a request; a line without one merely mentions a URL. */
const APIS: readonly [RegExp, Request['api']][] = [
  [/uploadFile/i, 'uploadFile'],
  [/downloadFile/i, 'downloadFile'],
  [/connectSocket|WebSocket|socketTask/i, 'connectSocket'],
  [
    /\brequest\b|request:|httpRequest|\bXHR\b|\bfetch\b|\b(?:GET|POST|PUT|DELETE|OPTIONS|HEAD)\b|合法域名|not in domain list/i,
    'request',
  ],
]

export function readLog(text: string, file: string): Recording | RecordingFault {
  if (text.trim() === '') return { at: 0, reason: 'empty' }
  const requests: Request[] = []
  let skipped = 0
  let start = 0
  for (const line of text.split('\n')) {
    const api = APIS.find(([words]) => words.test(line.slice(0, MAX_LINE).replace(URLS, ' ')))?.[1]
    for (const { 0: url, index } of line.slice(0, MAX_LINE).matchAll(URLS)) {
      if (api === undefined) skipped++
      else requests.push({ url, api: /^wss?:/i.test(url) ? 'connectSocket' : api, at: start + index })
    }
    if (requests.length > MAX_REQUESTS) return { at: start, reason: 'too-many' }
    start += line.length + 1
  }
  return { seen: collected(requests, file, text), skipped }
}

/** How much of a line is examined: responses are printed whole. */
const MAX_LINE = 20_000
