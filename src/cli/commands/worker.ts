/** `hefa worker`: probes for a fleet from one place. */
import type { Command } from 'commander'
import type { WorkerEvent } from '../../fleet/index.js'
import { visible } from '../../report/text.js'
import { asWritten, commonFlags, optionAdder } from '../flags.js'
import { asUsage, libraryOr, queueAddress } from '../fleet.js'
import { type ProxySetting, proxySetting, proxyUrl } from '../proxy.js'
import type { Session } from '../session.js'
import { UsageError } from '../usage-error.js'
import * as values from '../values.js'

interface Own {
  queue?: string
  vantage?: string
  concurrency?: number
  domainRate?: number
  addressRate?: number
  perHost?: number
  dns?: string
  proxy?: ProxySetting
  allowPrivate?: boolean
}

const CONCURRENCY = 32

export function addWorker(program: Command, session: Session, done: (status: number) => void): void {
  const { words } = session
  const { flags } = words.fleet
  const command = program.command('worker').description(words.fleet.command)
  const option = optionAdder(command)
  option('--queue <URL>', flags.queue, asWritten)
  option('--vantage <NAME>', flags.name, values.placeName(words))
  option('--concurrency <N>', flags.concurrency, values.wholeNumber(words, '--concurrency'))
  option('--domain-rate <N>', flags.perDomain, values.wholeNumber(words, '--domain-rate'))
  option('--address-rate <N>', flags.perAddress, values.wholeNumber(words, '--address-rate'))
  command.optionsGroup(words.help.groups.network)
  option('--per-host <N>', words.flags.perHost, values.wholeNumber(words, '--per-host'))
  option('--dns <ADDR[:PORT]>', words.flags.dns, values.dnsServer(words))
  option('--proxy <URL>', words.flags.proxy, proxyUrl(words, '--proxy'))
  command.option('--allow-private', flags.allowPrivate)
  command.action(async (own: Own) => done(await runWorker(own, commonFlags(command), session)))
}

async function runWorker(
  {
    queue,
    vantage,
    concurrency = CONCURRENCY,
    domainRate,
    addressRate,
    perHost,
    dns,
    proxy,
    allowPrivate,
  }: Own,
  { quiet, verbose }: { quiet: boolean; verbose: boolean },
  session: Session,
): Promise<number> {
  const { io, words } = session
  if (vantage === undefined) throw new UsageError(words.fleet.noVantage)
  const address = await queueAddress('--queue', queue, session)
  const library = await libraryOr(session)
  const [{ RATES, work }, { listsReadOn }] = await Promise.all([
    import('../../fleet/index.js'),
    import('../../trust/index.js'),
  ])
  const gather = {
    ...{ signal: io.signal, allowPrivate: allowPrivate ?? false },
    ...proxySetting({ quiet, ...(proxy && { proxy }) }, session),
    ...(perHost !== undefined && { perHost }),
    ...(dns !== undefined && { dns }),
  }
  const rates = { perDomain: domainRate ?? RATES.perDomain, perAddress: addressRate ?? RATES.perAddress }
  const told = teller(vantage, address.shown, { quiet, verbose }, session)
  const setting = { address, vantage, concurrency, rates, gather, listsReadOn: listsReadOn(), told }
  try {
    await work(setting, library)
    return 0
  } catch (error) {
    throw await asUsage(error, address, session)
  }
}

function teller(
  vantage: string,
  queue: string,
  { quiet, verbose }: { quiet: boolean; verbose: boolean },
  { io, words: { note, fleet } }: Session,
): (event: WorkerEvent) => void {
  let toldOf = false
  return (event) => {
    if (quiet) return
    switch (event.kind) {
      case 'ready':
        return io.tell(note(fleet.ready(vantage, queue)))
      case 'lost':
      case 'back':
        return io.tell(note(fleet[event.kind](queue)))
      case 'not-understood':
        if (!toldOf) io.tell(note(fleet.notUnderstood))
        toldOf = true
        return
      case 'error':
        return io.tell(note(visible(fleet.failed(event.code), 300)))
      case 'looked':
        if (verbose) io.tell(note(visible(fleet.looked(event.host, event.why), 300)))
    }
  }
}
