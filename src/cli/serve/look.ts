/** Handles requests of the page and of Prometheus: domains or certificate files → a report. */

import { readInput } from '../../audit/index.js'
import type { CliWords } from '../../i18n/cli.js'
import { LANGUAGES } from '../../i18n/languages.js'
import { auditConfig, type Config, type GatherSetting, gather, judge, type Report } from '../../index.js'
import { visible } from '../../report/text.js'
import type { Language, PlatformId } from '../../types.js'
import type { Progress } from './jobs.js'

/** A message for the client, shown as it is. */
export class Unfit extends Error {
  override name = 'Unfit'
}

export interface Question {
  /** As they were pasted. */
  domains: string[]
  /** Base64, as they were dropped on the page. */
  files: { name: string; data: string }[]
  platforms: PlatformId[] | undefined
}

export interface Looker {
  setting: GatherSetting
  words: CliWords
  language: Language
  failOn: 'error' | 'warning'
}

export type Both = Record<Language, Report>

const factsOfDomains = (question: Question, looker: Looker, tell: (progress: Progress) => void) =>
  gather(configOf(question, looker), {
    ...looker.setting,
    onProgress: (done, total, { host }) => tell({ done, total, host }),
  })

/** @param tell called with the progress */
export async function lookAt(
  question: Question,
  looker: Looker,
  tell: (progress: Progress) => void,
): Promise<Both> {
  const { failOn } = looker
  const started = Date.now()
  const facts = await (question.files.length > 0
    ? factsOfFiles(question, looker)
    : factsOfDomains(question, looker, tell))
  const durationMs = Date.now() - started
  const [en, zh] = await Promise.all(
    LANGUAGES.map((language) => judge(facts, { at: started, language, failOn, durationMs })),
  )
  return { en, zh } as Both
}

function configOf(
  { domains, platforms }: Pick<Question, 'domains' | 'platforms'>,
  { language }: Looker,
): Config {
  const made = auditConfig(domains, { language, ...(platforms ? { platforms } : {}) })
  if ('problems' in made)
    throw new Unfit(made.problems.map(({ message }) => visible(message, 300)).join('; '))
  return made.config
}

async function factsOfFiles({ domains, files, platforms }: Question, looker: Looker) {
  const { words } = looker
  const { factsOfFiles: make } = await import('../../audit/index.js')
  const { inventory } = await import('../../config/index.js')
  const config = configOf({ domains, platforms }, looker)
  const { targets } = await inventory(config)
  if (targets.length === 0) throw new Unfit(words.files.noDomain)
  const read = files.map(({ name, data }) => {
    const input = readInput(Buffer.from(data, 'base64'), null)
    if ('fault' in input) throw new Unfit(words.files.fault(visible(name, 200), input.line, input.fault))
    return { name: visible(name, 200), certificates: input.certificates }
  })
  const hosts = [...new Set(targets.map(({ host }) => host))]
  return make({ files: read, domains: hosts, config, ca: looker.setting.ca ?? [] })
}
