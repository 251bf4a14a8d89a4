/** docs/symptoms.md: every recognised error, with its meaning and the rules that find its causes. */
import { SPEAKERS, type Speaker, SYMPTOMS, type Symptom, speakerNames } from '../rules/symptoms/index.js'
import { type SymptomTexts, symptomTextsOf, textsOf } from '../rules/texts/index.js'
import { docsWords } from '../src/i18n/docs.js'
import type { Language } from '../src/types.js'

export async function symptomsPage(language: Language): Promise<string> {
  const [texts, meanings] = await Promise.all([textsOf(language), symptomTextsOf(language)])
  const words = docsWords(language).symptoms
  const nameOf = (name: Speaker) => speakerNames(name, language).join(words.comma)
  const parts = SYMPTOMS.map((symptom: Symptom & { id: keyof SymptomTexts }) => {
    const said = (Object.keys(symptom.words) as Speaker[]).map(
      (name) => `- ${nameOf(name)}${words.colon}${code(symptom.words[name] ?? [], words.comma)}`,
    )
    const causes = symptom.causes.map((id) => `1. \`${id}\`${words.colon}${texts.rules[id]?.title}`)
    return [
      `## ${symptom.id}\n`,
      `${meanings[symptom.id]}\n`,
      ...said,
      `\n${words.causes}${words.colon.trimEnd()}\n`,
      ...(causes.length > 0 ? causes : [words.none]),
      '',
    ].join('\n')
  })
  const sources = Object.entries(SPEAKERS).map(
    ([name, { title, url }]) => `- ${nameOf(name as Speaker)}${words.colon}[${title}](${url})`,
  )
  return [words.head, ...parts, words.sources, ...sources, ''].join('\n')
}

const code = (texts: readonly string[], comma: string) => texts.map((text) => `\`${text}\``).join(comma)
