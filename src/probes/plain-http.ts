/**
 * Requests a URL found in a certificate. It is untrusted: http only, no address inside a network unless the user gave
 * it, one redirect, little data, little time.
 */
import type http from 'node:http'
import { specialUse } from '../facts/index.js'
import type { Names } from './names.js'
import { addressFamily } from './net.js'
import type { ProxyRoute } from './proxy.js'

const MAX_URL = 2048
const DEADLINE_MS = 5000

export interface Question {
  url: string
  accept: string
  maxBytes: number
  /** POSTed, also to where a redirect leads. */
  body?: { type: string; bytes: Buffer }
}

/** `refused`: the server itself refused; otherwise it isn't known. */
export type Failure = { failure: string; refused: boolean }
export type PlainAnswer = { body: Buffer } | Failure

export const no = (failure: string): Failure => ({ failure, refused: true })
const silence = (failure: string): Failure => ({ failure, refused: false })

export async function askPlainHttp(
  question: Question,
  names: Names,
  signal: AbortSignal | undefined,
): Promise<PlainAnswer> {
  const deadline = Date.now() + DEADLINE_MS
  let { url } = question
  for (let hop = 0; hop < 2; hop++) {
    const place = await locate(url, names)
    if ('failure' in place) return place
    const answer = await exchange(question, place, deadline, signal)
    if (!('location' in answer)) return answer
    url = answer.location
  }
  return no('more than one redirect')
}

interface Located {
  url: URL
  address: string
  port: number
  proxy: ProxyRoute | undefined
  /** The address was given by the user. */
  given: boolean
}

async function locate(text: string, names: Names): Promise<Located | Failure> {
  const url = text.length <= MAX_URL && URL.canParse(text) ? new URL(text) : null
  if (url?.protocol !== 'http:' || url.username !== '') return no('not a plain http address')
  const port = url.port === '' ? 80 : Number(url.port)
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const resolution = names.resolve(host, port)
  const [a, aaaa] = await Promise.all([resolution.a, resolution.aaaa])
  const address = a.addresses[0] ?? aaaa.addresses[0]
  if (address === undefined) {
    const unsure = [a, aaaa].some(({ kind }) => kind === 'timeout' || kind === 'failed')
    return unsure ? silence(`no answer from DNS for ${host}`) : no(`${host} has no address`)
  }
  const special = resolution.inside ? null : specialUse(address)
  if (special) return no(`${host} is at a ${special} address`)
  const proxy = names.route(host, port, address)
  // A name that the proxy looks up can't be judged by its address: it may be inside the proxy's network.
  if (proxy && !resolution.inside && addressFamily(address) === 0)
    return silence(`${host} would be looked up by the proxy`)
  return { url, address, port, proxy, given: resolution.given }
}

type Answer = PlainAnswer | { location: string }

async function exchange(
  { accept, maxBytes, body }: Question,
  place: Located,
  deadline: number,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  // Most runs don't need it, and loading it takes a good part of the start-up time.
  const { default: http } = await import('node:http')
  return new Promise((resolve) => {
    const request = http.request({
      ...way(place),
      method: body ? 'POST' : 'GET',
      headers: headersFor(place, accept, body),
      agent: false,
      ...(signal ? { signal } : {}),
    })
    const timer = setTimeout(() => finish(silence('timeout')), Math.max(1, deadline - Date.now()))
    const finish = (answer: Answer): void => {
      clearTimeout(timer)
      resolve(answer)
      request.destroy()
    }
    const prefix = place.proxy ? 'proxy: ' : ''
    request.on('error', ({ code = 'error' }: NodeJS.ErrnoException) => finish(silence(`${prefix}${code}`)))
    request.on('response', (response) => receive(response, place, maxBytes, finish))
    request.end(body?.bytes)
  })
}

/** A proxy is asked for the whole address (RFC 9112 section 3.2.2). */
function way({ url, address, port, proxy, given }: Located): { host: string; port: number; path: string } {
  const path = `${url.pathname}${url.search}`
  if (!proxy) return { host: address, port, path }
  const literal = address.includes(':') ? `[${address}]` : address
  const authority = given ? `${literal}:${port}` : url.host
  return { host: proxy.host, port: proxy.port, path: `http://${authority}${path}` }
}

function headersFor(place: Located, accept: string, body: Question['body']): http.OutgoingHttpHeaders {
  const content = body ? { 'content-type': body.type, 'content-length': body.bytes.length } : {}
  return { host: place.url.host, 'user-agent': 'hefa', accept, ...content, ...authorization(place) }
}

const authorization = ({ proxy }: Located): Record<string, string> =>
  proxy?.authorization === undefined ? {} : { 'proxy-authorization': proxy.authorization }

function receive(
  response: http.IncomingMessage,
  { url, proxy }: Located,
  maxBytes: number,
  finish: (answer: Answer) => void,
): void {
  const { statusCode = 0, headers } = response
  if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
    finish({ location: URL.canParse(headers.location, url.href) ? new URL(headers.location, url).href : '' })
    return
  }
  if (statusCode !== 200) {
    // A temporary problem of the server says nothing about what it has, and a proxy's refusal is not the server's.
    const unsure = proxy ? statusCode !== 404 && statusCode !== 410 : statusCode >= 500
    finish(unsure ? silence(`${proxy ? 'proxy: ' : ''}HTTP ${statusCode}`) : no(`HTTP ${statusCode}`))
    return
  }
  const chunks: Buffer[] = []
  let length = 0
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    length += chunk.length
    if (length > maxBytes) finish(no(`more than ${maxBytes} bytes`))
  })
  response.on('end', () => finish({ body: Buffer.concat(chunks) }))
  response.on('error', (error: NodeJS.ErrnoException) => finish(silence(error.code ?? 'error')))
}
