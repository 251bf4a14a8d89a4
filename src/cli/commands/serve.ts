/** `hefa serve`: a web page for the team, and an exporter for Prometheus. */
import type { Server } from 'node:http'
import type { Command } from 'commander'
import { cliWords } from '../../i18n/cli.js'
import { isIP, isIPv4 } from '../../ip.js'
import type { Language } from '../../types.js'
import { addNetworkFlags, append, asWritten, optionAdder, readFlags } from '../flags.js'
import type { Session } from '../session.js'
import { causeOf, UsageError } from '../usage-error.js'
import * as values from '../values.js'

interface Own {
  listen?: string
  allowHost?: string[]
}

const LISTEN = '127.0.0.1:9876'
const TOKEN = 'HEFA_SERVE_TOKEN'
const SHORTEST_TOKEN = 16
/** A request that arrives slowly holds its connection no longer than this. */
const REQUEST_MS = 60_000

export function addServe(program: Command, session: Session, done: (status: number) => void): void {
  const { words } = session
  const { flags, help } = words
  const command = program.command('serve').description(words.serve.command)
  const option = optionAdder(command)
  option('--listen <ADDR:PORT>', words.serve.flags.listen, asWritten)
  option('--allow-host <NAME>', words.serve.flags.allowHost, append(asWritten))
  option('--fail-on <LEVEL>', flags.failOn, values.oneOf(words, '--fail-on', ['error', 'warning']))
  command.optionsGroup(help.groups.judging)
  option('--ca <FILE>', flags.ca, append(asWritten))
  command.option('--fetch', flags.fetch).option('--no-fetch', flags.noFetch)
  addNetworkFlags(command, words)
  option('--concurrency <N>', flags.concurrency, values.wholeNumber(words, '--concurrency'))
  option('--per-host <N>', flags.perHost, values.wholeNumber(words, '--per-host'))
  command.action(async (own: Own) => done(await runServe(own, readFlags(command, []), session)))
}

async function runServe(
  { listen = LISTEN, allowHost = [] }: Own,
  flags: ReturnType<typeof readFlags>,
  session: Session,
): Promise<number> {
  const { io, words } = session
  const place = placeIn(listen, session)
  const token = tokenFor(place.address, session)
  for (const host of allowHost)
    if (!/^[\w.-]{1,253}$/.test(host)) throw new UsageError(words.serve.badHost(host))
  const [{ createServer }, { routes }, { gatherSetting, loadAhead, prepare }] = await Promise.all([
    import('node:http'),
    import('../serve/routes.js'),
    import('../audit-run.js'),
  ])
  const ca = await prepare(flags, session)
  await loadAhead([{ format: 'html', file: undefined }], session)
  const handler = routes({
    guard: { token, hosts: allowHost.map((host) => host.toLowerCase()) },
    signal: io.signal,
    words: cliWords,
    crashed: (error) =>
      io.tell(words.error(words.crash(error instanceof Error ? error.message : String(error)))),
    looker: async (language: Language, signal) => ({
      setting: { ...gatherSetting(flags, ca, session), signal },
      words: await cliWords(language),
      language,
      failOn: flags.failOn,
    }),
  })
  const server = createServer(
    { requestTimeout: REQUEST_MS, connectionsCheckingInterval: REQUEST_MS / 6 },
    (request, response) => void handler(request, response),
  )
  await opened(server, place, session)
  if (!flags.quiet) io.tell(words.note(words.serve.listening(urlOf(server))))
  await ended(server, io.signal)
  return 0
}

function placeIn(listen: string, { words }: Session): { address: string; port: number } {
  const [, bracketed, plain = '', digits = ''] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(listen) ?? []
  const address = plain === 'localhost' ? '127.0.0.1' : (bracketed ?? plain)
  const port = Number(digits)
  if (isIP(address) === 0 || digits === '' || port > 65_535)
    throw new UsageError(words.serve.badListen(listen))
  return { address, port }
}

const isLoopback = (address: string): boolean =>
  isIPv4(address) ? address.startsWith('127.') : address === '::1'

function tokenFor(address: string, { io, words }: Session): string | null {
  const token = io.env[TOKEN] ?? ''
  if (token === '' && isLoopback(address)) return null
  if (token.length < SHORTEST_TOKEN || !/^[\w.~+/=-]+$/.test(token)) throw new UsageError(words.serve.noToken)
  return token
}

function opened(
  server: Server,
  { address, port }: { address: string; port: number },
  { words }: Session,
): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error) =>
      fail(new UsageError(words.serve.cannotListen(`${address}:${port}`, causeOf(error)))),
    )
    server.listen(port, address, done)
  })
}

function urlOf(server: Server): string {
  const bound = server.address()
  if (typeof bound !== 'object' || bound === null) return ''
  return `http://${isIPv4(bound.address) ? bound.address : `[${bound.address}]`}:${bound.port}/`
}

function ended(server: Server, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const close = (): void => {
      server.close(() => done())
      server.closeAllConnections()
    }
    if (signal.aborted) close()
    else signal.addEventListener('abort', close, { once: true })
  })
}
