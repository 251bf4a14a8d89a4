/** Our own files after modification, and untrusted source: what they contain is read, judged and reported. */
import { type Facts, judge, readFacts, saveFacts } from '../../src/audit/index.js'
import { auditConfig, inventory } from '../../src/config/index.js'
import type { ChainFact, Handshake } from '../../src/facts/index.js'
import { compareReports, DIFF_FORMATS, FORMATS, readReport } from '../../src/report/index.js'
import { unitOf } from '../../src/scan/project/units.js'
import { analyse } from '../../src/scan/trace/index.js'
import type { Report } from '../../src/types.js'
import * as seeds from './seeds.js'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const SETTINGS = { at: Date.now(), language: 'en' } as const

const facts = await observed()
const savedFacts: Json = JSON.parse(saveFacts(facts))
const savedReport: Json = JSON.parse(JSON.stringify(await judge(facts, SETTINGS)))

/** A server with one fault, as it would be saved. */
async function observed(): Promise<Facts> {
  const made = auditConfig(['https://a.example', 'wss://a.example:8443'])
  if ('problems' in made) throw new Error('no config')
  const certificates = [seeds.leaf, seeds.intermediate].map(({ der }) => der.toString('base64'))
  const answer: Handshake = {
    ...{ kind: 'accepted', version: 'TLSv1.2', cipher: 0xc02b, group: 29, keyProof: 'valid' },
    ...{ certificates, ocspStaple: seeds.staple.toString('base64'), sctList: seeds.scts.toString('base64') },
  }
  const chain: ChainFact = { certificates, hellos: ['tls1.2'], primary: true, keyProof: 'valid' }
  const { targets } = await inventory(made.config)
  return {
    schemaVersion: 1,
    tool: { name: 'hefa', version: '0' },
    gatheredAt: new Date().toISOString(),
    config: made.config,
    ca: [seeds.root.der.toString('base64')],
    fetch: true,
    given: [],
    targets: targets.map((target) => ({
      ...target,
      endpoints: [
        {
          ...{ address: '192.0.2.1', family: 4, given: false, connect: { kind: 'accepted' }, connections: 2 },
          handshakes: { 'tls1.2': answer, 'tls1.0': { kind: 'refused', by: 'alert', alert: 70 } },
          chains: [chain],
        },
      ],
    })),
  }
}

const ODD: readonly Json[] = [
  null,
  true,
  -1,
  1e308,
  '',
  'x'.repeat(70_000),
  '\u001b[2J\u202e',
  [],
  {},
  [[]],
  '__proto__',
]

/** The seed with values, keys and lists changed at places the bytes name. */
function changed(seed: Json, bytes: Buffer): Json {
  const copy = { root: structuredClone(seed) }
  for (let at = 0; at + 3 <= bytes.length; at += 3) change(copy, bytes.subarray(at, at + 3))
  return copy.root
}

function change(whole: { [key: string]: Json }, [deep = 0, place = 0, how = 0]: Buffer): void {
  let within: { [key: string]: Json } = whole
  for (let left = deep % 9; ; left -= 1) {
    const keys = Object.keys(within)
    const key = keys[(place + left * 7) % keys.length]
    if (key === undefined) return
    const value = within[key]
    if (left > 0 && typeof value === 'object' && value !== null) {
      within = value as { [key: string]: Json }
      continue
    }
    if (how % 13 === 0) delete within[key]
    else if (how % 13 === 1 && value !== undefined) within.other = value
    else within[key] = structuredClone(ODD[how % ODD.length] ?? null)
    return
  }
}

/** What was read is judged and shown in every format: it is still untrusted text. */
export async function spoiledFacts(bytes: Buffer): Promise<void> {
  const read = await readFacts(JSON.stringify(changed(savedFacts, bytes)))
  if ('fault' in read) return
  await shown(await judge(read, SETTINGS))
}

export async function spoiledReport(bytes: Buffer): Promise<void> {
  const read = await readReport(JSON.stringify(changed(savedReport, bytes)))
  if ('fault' in read) return
  const diff = await compareReports(savedReport as unknown as Report, read.report)
  for (const renderer of Object.values(DIFF_FORMATS)) {
    const render = await renderer()
    render(diff, { language: 'zh', color: true, width: 80 })
  }
}

async function shown(report: Report): Promise<void> {
  for (const renderer of Object.values(FORMATS)) {
    const render = await renderer()
    render(report, { language: 'en', color: true, width: 80, verbose: true, clients: true })
  }
}

export const noChanges = [Buffer.alloc(0), Buffer.from([3, 1, 0, 4, 2, 5, 8, 3, 1])]

export const sources = [
  'import { base } from "./b"; const get = (path) => wx.request({ url: base + `/v1` + path, method: "post" }); get("/x")',
  '<script lang="ts">export default { data: () => ({ u: "https://a.example/" as string }) }</script><image src="http://b.example/{{x}}">',
  '// #ifdef MP-WEIXIN\nuni.request({ url: process.env.HOST + "/a" })\n// #endif\nclass A { static u = "https://" + (a.b?.[0] ?? "c") }',
].map((text) => Buffer.from(text))

/** A script, and a page around it. */
export async function source(bytes: Buffer): Promise<void> {
  for (const file of ['a.ts', 'a.vue', 'a.wxml', 'a.json']) {
    const { unit } = await unitOf(file, bytes.toString('utf8'), (text) => text)
    await analyse({
      scripts: [file],
      passedOver: [],
      read: async () => unit,
      resolve: (specifier) => (specifier === './b' ? file : null),
    })
  }
}
