/**
 * Asks the address a certificate names for its issuer (caIssuers, RFC 5280 section 4.2.2.1). The address is text from
 * a stranger: http only, no address inside a network unless the user gave it, one redirect, little data, little time.
 */
import http from 'node:http'
import { specialUse } from '../facts/index.js'
import { DerError, readCertificate, readPem } from '../x509/index.js'
import type { Names } from './names.js'

const MAX_BYTES = 65_536
const MAX_URL = 2048
const DEADLINE_MS = 5000

export type Fetched =
  | { certificates: string[] }
  /** `refused`: the address itself said no; otherwise nobody knows. */
  | { failure: string; refused: boolean }

export type IssuerFetcher = (url: string) => Promise<Fetched>

/** Each address is asked once. */
export function issuerFetcher(names: Names, signal?: AbortSignal): IssuerFetcher {
  const asked = new Map<string, Promise<Fetched>>()
  return (url) => {
    const known = asked.get(url) ?? fetchIssuer(url, names, signal)
    asked.set(url, known)
    return known
  }
}

async function fetchIssuer(text: string, names: Names, signal: AbortSignal | undefined): Promise<Fetched> {
  const deadline = Date.now() + DEADLINE_MS
  let url = text
  for (let hop = 0; hop < 2; hop++) {
    const place = await locate(url, names)
    if ('failure' in place) return place
    const answer = await get(place, deadline, signal)
    if ('failure' in answer) return answer
    if (answer.location === null) return certificatesIn(answer.body)
    url = answer.location
  }
  return no('more than one redirect')
}

const no = (failure: string): Fetched & { failure: string } => ({ failure, refused: true })
const silence = (failure: string): Fetched & { failure: string } => ({ failure, refused: false })

interface Place {
  url: URL
  address: string
  port: number
}

async function locate(text: string, names: Names): Promise<Place | (Fetched & { failure: string })> {
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
  const special = resolution.given ? null : specialUse(address)
  return special ? no(`${host} is at a ${special} address`) : { url, address, port }
}

type Answer = { location: string | null; body: Buffer } | (Fetched & { failure: string })

function get(
  { url, address, port }: Place,
  deadline: number,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  return new Promise((resolve) => {
    const request = http.request({
      host: address,
      port,
      path: `${url.pathname}${url.search}`,
      headers: {
        host: url.host,
        'user-agent': 'hefa',
        accept: 'application/pkix-cert, application/pkcs7-mime',
      },
      agent: false,
      ...(signal ? { signal } : {}),
    })
    const timer = setTimeout(() => finish(silence('timeout')), Math.max(1, deadline - Date.now()))
    const finish = (answer: Answer): void => {
      clearTimeout(timer)
      resolve(answer)
      request.destroy()
    }
    request.on('error', (error: NodeJS.ErrnoException) => finish(silence(error.code ?? 'error')))
    request.on('response', (response) => receive(response, url, finish))
    request.end()
  })
}

function receive(response: http.IncomingMessage, url: URL, finish: (answer: Answer) => void): void {
  const { statusCode = 0, headers } = response
  if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
    const location = URL.canParse(headers.location, url.href) ? new URL(headers.location, url).href : ''
    finish({ location, body: Buffer.alloc(0) })
    return
  }
  if (statusCode !== 200) {
    // The server's trouble of the moment says nothing of what it has.
    finish(statusCode >= 500 ? silence(`HTTP ${statusCode}`) : no(`HTTP ${statusCode}`))
    return
  }
  const chunks: Buffer[] = []
  let length = 0
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    length += chunk.length
    if (length > MAX_BYTES) finish(no(`more than ${MAX_BYTES} bytes`))
  })
  response.on('end', () => finish({ location: null, body: Buffer.concat(chunks) }))
  response.on('error', (error: NodeJS.ErrnoException) => finish(silence(error.code ?? 'error')))
}

/** A certificate in DER, or PEM (seen in the wild though no norm allows it). */
function certificatesIn(body: Buffer): Fetched {
  try {
    const found =
      body.subarray(0, 11).toString('latin1') === '-----BEGIN ' ? readPem(body.toString('latin1')) : [body]
    for (const der of found) readCertificate(der)
    return found.length > 0
      ? { certificates: found.map((der) => der.toString('base64')) }
      : no('no certificate')
  } catch (error) {
    if (error instanceof DerError) return no('no certificate')
    throw error
  }
}
