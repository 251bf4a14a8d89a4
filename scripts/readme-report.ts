/** The report the READMEs open with: a real audit of two servers of the demo, at a fixed instant, under port 443. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startDemo } from '../src/demo/index.js'
import { auditConfig, type Facts, gather, judge } from '../src/index.js'
import { FORMATS } from '../src/report/index.js'
import type { Language } from '../src/types.js'

const LABELS = ['api', 'no-intermediate']
const NOW = new Date('2026-11-21T02:21:00Z')
const WIDTH = 80

/** Language → the lines that are printed, without colour. */
export async function readmeReports(root: string): Promise<(language: Language) => Promise<string>> {
  const facts = await demoFacts()
  const { version }: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  return (language) => reportOf(facts, version, language)
}

async function demoFacts(): Promise<Facts> {
  const demo = await startDemo({ now: NOW })
  try {
    const targets = demo.targets.filter(({ id }) => LABELS.includes(id))
    const made = await auditConfig(targets.map(({ host, port }) => `${host}:${port}`))
    if (!('config' in made)) throw new Error('the demo has no such servers')
    const facts = await gather(made.config, {
      ca: [demo.ca.replace(/-----[^-]+-----|\s/g, '')],
      resolve: targets.map(({ host, port }) => ({ host, port, addresses: ['127.0.0.1'] })),
    })
    return targets.reduce(onStandardPort, facts)
  } finally {
    await demo.close()
  }
}

/** A demo can't have port 443 without asking for it. */
function onStandardPort(facts: Facts, { host, port }: { host: string; port: number }): Facts {
  const text = JSON.stringify(facts)
    .replaceAll(`${host}:${port}`, host)
    .replaceAll(`"host":"${host}","port":${port}`, `"host":"${host}","port":443`)
    .replaceAll(`"port":${port}`, '"port":443')
  const { given, ...rest }: Facts = JSON.parse(text)
  return { ...rest, given: given.map((one) => (one === host ? `${host}:443` : one)) }
}

async function reportOf(facts: Facts, version: string, language: Language): Promise<string> {
  const report = await judge(facts, { at: NOW.getTime(), language, durationMs: 400 })
  report.tool.version = version
  const render = await FORMATS.pretty()
  const blocks = render(report, { language, color: false, width: WIDTH, verbose: false })
    .trimEnd()
    .split('\n\n')
  // What is merely noted, and the list of domains, come after the errors and before the last line.
  const [head, verdict, platforms, title, finding] = blocks
  return [head, verdict, platforms, title, finding, '[…]', blocks.at(-1)].join('\n\n')
}
