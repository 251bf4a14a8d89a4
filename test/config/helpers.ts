import { type Config, type Known, type ParseOptions, parseConfig } from '../../src/config/index.js'

export const TODAY = Date.parse('2026-11-20T12:00:00Z')

export const KNOWN: Known = {
  rules: {
    'certificate/expires-soon': { parameters: { days: 30 }, reasons: ['soon'] },
    'certificate/chain-complete': { parameters: {}, reasons: ['missing', 'fetchable'] },
    'http/charset': { parameters: {}, reasons: ['declared', 'no-answer'] },
    'domain/port': {
      parameters: { ports: 'allow' },
      choices: { ports: ['allow', 'forbid', 'undocumented'] },
      reasons: ['forbidden'],
    },
    'tls/flags': { parameters: { strict: false, hosts: [], map: {}, any: null }, reasons: [] },
  },
}

type Options = Partial<ParseOptions>

export function parse(text: string, options: Options = {}) {
  return parseConfig(text, { file: 'hefa.config.json', known: KNOWN, today: TODAY, ...options })
}

/** Problems as `line:column: message`; empty when there are none. */
export async function problems(text: string, options: Options = {}): Promise<string[]> {
  const outcome = await parse(text, options)
  if ('config' in outcome) return []
  return outcome.problems.map(({ line, column, message }) => `${line}:${column}: ${message}`)
}

export async function config(text: string, options: Options = {}): Promise<Config> {
  const outcome = await parse(text, options)
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems))
  return outcome.config
}

export const yaml = { file: 'hefa.config.yaml' }
