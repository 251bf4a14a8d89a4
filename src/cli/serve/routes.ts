/** What each URL answers. */

import type { IncomingMessage, ServerResponse } from 'node:http'
import { PLATFORM_WORDS, platformsOf } from '../../config/words.js'
import type { CliWords } from '../../i18n/cli.js'
import { languageOfLocale, otherThan } from '../../i18n/languages.js'
import { FORMATS } from '../../report/index.js'
import { visible } from '../../report/text.js'
import type { Language, PlatformId } from '../../types.js'
import { type Asked, COOKIE, type Guard, isSame, refusal } from './guard.js'
import { type JobEvent, type Jobs, openJobs } from './jobs.js'
import { type Both, type Looker, lookAt, type Question, Unfit } from './look.js'
import { PAGE_POLICY, pageOf } from './page.js'
import { type Counters, METRICS_TYPE, metricsText, probeText } from './probe.js'

export interface Serving {
  guard: Guard
  looker(language: Language, signal: AbortSignal): Promise<Looker>
  words(language: Language): Promise<CliWords>
  /** To the operator. */
  crashed(error: unknown): void
  signal: AbortSignal
}

const MAX_BODY = 12 << 20
const MOST = 200
const MOST_PROBES = 16
/** Prometheus gives up after this time; half a second is left for the answer. */
const PROBE_MS = 30_000
const SPARE_MS = 500

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** Shared by all requests to one server. */
interface Desk {
  serving: Serving
  counters: Omit<Counters, 'open'>
  jobs: Jobs<Both>
  /** Probes under way. */
  probing: number
}

export function routes(serving: Serving): Handler {
  const { guard, crashed } = serving
  const counters: Omit<Counters, 'open'> = { startedAt: Date.now(), probes: 0, audits: 0, refused: 0 }
  const jobs: Jobs<Both> = openJobs((error) => {
    if (error instanceof Unfit) return error.message
    crashed(error)
    return ''
  })
  const desk: Desk = { serving, counters, jobs, probing: 0 }

  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (tokenInAddress(url, request, response, guard)) return
    const status = refusal(askedIn(request), guard)
    if (status !== null) {
      counters.refused += 1
      return answer(response, status, 'text/plain', `${REFUSALS[status]}\n`)
    }
    try {
      await route(desk, request, response, url)
    } catch (error) {
      crashed(error)
      if (!response.headersSent) await answer(response, 500, 'text/plain', 'internal error\n')
      else response.end()
    }
  }
}

async function route(
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const { counters, jobs } = desk
  const [, first = '', id = '', last = ''] = url.pathname.split('/')
  const language = languageOf(url, request)
  const get = request.method === 'GET' || request.method === 'HEAD'
  if (get && url.pathname === '/') return page(desk, response, language)
  if (get && url.pathname === '/metrics')
    return answer(response, 200, METRICS_TYPE, metricsText({ ...counters, open: jobs.open }))
  if (get && url.pathname === '/-/healthy') return answer(response, 200, 'text/plain', 'ok\n')
  if (get && url.pathname === '/probe') return probe(desk, request, response, url)
  if (request.method === 'POST' && url.pathname === '/audits') return start(desk, request, response, language)
  const job = first === 'audits' ? jobs.get(id) : undefined
  if (get && job && last === 'events') return follow(desk, job, response, language)
  if (get && job?.result && last === 'report') return report(job.result, response, language)
  return answer(response, 404, 'text/plain', 'not found\n')
}

async function page({ serving }: Desk, response: ServerResponse, language: Language): Promise<void> {
  const { serve } = await serving.words(language)
  return answer(response, 200, 'text/html; charset=utf-8', pageOf(language, serve), {
    'content-security-policy': PAGE_POLICY,
  })
}

async function start(
  { serving, jobs, counters }: Desk,
  request: IncomingMessage,
  response: ServerResponse,
  language: Language,
): Promise<void> {
  const { problem } = (await serving.words(language)).serve
  const say = (status: number, value: object) =>
    answer(response, status, 'application/json', JSON.stringify(value))
  const body = await bodyOf(request)
  // What is left of it is not read.
  if (body === null) response.setHeader('connection', 'close')
  if (body === null) return say(413, { message: problem.tooLarge(MAX_BODY >> 20) })
  const question = questionIn(body)
  if (question === null) return say(400, { message: problem.badRequest })
  if (question.domains.length === 0) return say(400, { message: problem.noDomain })
  if (question.domains.length + question.files.length > MOST)
    return say(400, { message: problem.tooMany(MOST) })
  const looker = await serving.looker(language, serving.signal)
  const job = jobs.start((tell) => lookAt(question, looker, tell))
  if (!job) return say(503, { message: problem.busy })
  counters.audits += 1
  return say(202, { id: job.id })
}

async function follow(
  { serving }: Desk,
  job: NonNullable<ReturnType<Jobs<Both>['get']>>,
  response: ServerResponse,
  language: Language,
): Promise<void> {
  const { problem } = (await serving.words(language)).serve
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' })
  const send = ({ kind, ...data }: JobEvent): void => {
    const told =
      kind === 'failed' && 'message' in data && data.message === '' ? { message: problem.crashed } : data
    response.write(`event: ${kind}\ndata: ${JSON.stringify(told)}\n\n`)
    if (kind !== 'progress') response.end()
  }
  job.listeners.add(send)
  response.on('close', () => job.listeners.delete(send))
  send(job.last)
}

async function report(both: Both, response: ServerResponse, language: Language): Promise<void> {
  const render = await FORMATS.html()
  const other = both[otherThan(language)]
  const text = render(both[language], { language, other, color: false, width: 80, verbose: false })
  // The report has its own policy; besides that, it may only contact this server.
  return answer(response, 200, 'text/html; charset=utf-8', text, {
    'content-security-policy': "connect-src 'none'; form-action 'none'; frame-ancestors 'none'",
  })
}

async function probe(
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const platforms = platformsIn(url.searchParams.getAll('platform').flatMap((one) => one.split(',')))
  const target = url.searchParams.get('target') ?? ''
  const say = (status: number, text: string) =>
    answer(response, status, 'text/plain; charset=utf-8', `${text}\n`)
  // A misspelled one would leave its value unjudged.
  const strange = [...url.searchParams.keys()].find((name) => name !== 'target' && name !== 'platform')
  if (strange !== undefined) return say(400, `${visible(strange, 50)} is none of target, platform`)
  if (target === '') return say(400, 'target is missing')
  if (url.searchParams.getAll('target').length > 1) return say(400, 'one target at a time')
  if (platforms === null) return say(400, `platform is none of ${PLATFORM_WORDS.join(', ')}`)
  if (desk.probing >= MOST_PROBES) return say(503, 'too many probes at once')
  desk.probing += 1
  try {
    const signal = AbortSignal.any([desk.serving.signal, AbortSignal.timeout(deadlineOf(request))])
    const looker = await desk.serving.looker('en', signal)
    const started = performance.now()
    const both = await lookAt({ domains: [target], files: [], platforms }, looker, () => {})
    desk.counters.probes += 1
    return answer(response, 200, METRICS_TYPE, await probeText(both.en, (performance.now() - started) / 1000))
  } catch (error) {
    if (error instanceof Unfit) return say(400, error.message)
    throw error
  } finally {
    desk.probing -= 1
  }
}

const REFUSALS = {
  400: 'bad host',
  401: 'a token is needed: ?token=... in a browser, Authorization: Bearer ... for programs',
  403: 'asked under another name or from another page',
  415: 'application/json is needed',
} as const

/** `/?token=…` becomes a cookie that scripts and other pages can't read. */
function tokenInAddress(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  { token }: Guard,
): boolean {
  const given = url.searchParams.get('token')
  if (token === null || given === null || request.method !== 'GET' || url.pathname !== '/') return false
  if (!isSame(given, token)) return false
  response.writeHead(303, {
    ...HEADERS,
    location: '/',
    'set-cookie': `${COOKIE}=${token}; HttpOnly; SameSite=Strict; Path=/`,
  })
  response.end()
  return true
}

function askedIn({ method = '', headers }: IncomingMessage): Asked {
  const { host, origin, authorization, cookie } = headers
  const fetchSite = headers['sec-fetch-site']
  return {
    ...{ method, host, origin, authorization, cookie, contentType: headers['content-type'] },
    fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined,
  }
}

const HEADERS = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const

async function answer(
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  response.writeHead(status, { ...HEADERS, 'content-type': type, ...more })
  response.end(text)
}

/** Null if it is too large. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length
    if (length > MAX_BODY) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** Null for input that the page never sends. */
function questionIn(body: string): Question | null {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { domains, files, platforms } = value as Record<string, unknown>
  if (typeof domains !== 'string' || !Array.isArray(files) || !Array.isArray(platforms)) return null
  const chosen = platformsIn(platforms.filter((one) => typeof one === 'string'))
  if (chosen === null || !files.every(isFile)) return null
  return { domains: domains.split(/[\s,;，；、]+/).filter(Boolean), files, platforms: chosen }
}

function isFile(value: unknown): value is { name: string; data: string } {
  if (typeof value !== 'object' || value === null) return false
  const { name, data } = value as Record<string, unknown>
  return typeof name === 'string' && typeof data === 'string'
}

/** Undefined if none was named, null if one does not exist. */
function platformsIn(words: readonly string[]): PlatformId[] | undefined | null {
  const named = words.filter(Boolean)
  const known = named.filter((word) => (PLATFORM_WORDS as readonly string[]).includes(word))
  if (known.length < named.length) return null
  return known.length === 0 ? undefined : platformsOf(known as (typeof PLATFORM_WORDS)[number][])
}

function languageOf(url: URL, { headers }: IncomingMessage): Language {
  const asked = url.searchParams.get('lang') ?? headers['accept-language'] ?? ''
  return languageOfLocale(asked)
}

function deadlineOf({ headers }: IncomingMessage): number {
  const given = Number(headers['x-prometheus-scrape-timeout-seconds'])
  return given > 0 ? Math.max(SPARE_MS, Math.min(PROBE_MS, given * 1000 - SPARE_MS)) : PROBE_MS
}
