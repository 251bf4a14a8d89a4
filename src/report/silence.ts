/** Why a host gave no answer. */
import type { Words } from '../i18n/report.js'
import type { Silence } from './causes.js'
import { visible } from './text.js'

/** The rules' own words if there are any, else the evidence. */
export function silenceSentences({ messages, results }: Silence, words: Words): string[] {
  if (messages.length > 0) return messages.slice(0, 3).map((message) => visible(message))
  const text = (value: unknown) => (typeof value === 'string' ? visible(value, 100) : '')
  const all = results.map(({ evidence }) => {
    const [address, phase, cause] = [evidence?.address, evidence?.phase, evidence?.cause].map(text)
    return words.silence(
      address ?? '',
      words.phases[phase ?? ''] ?? '',
      words.silenceCauses[cause ?? ''] ?? cause ?? '',
    )
  })
  return [...new Set(all)].slice(0, 3)
}
