/** A pasted error → the symptoms it shows and the rules that find their causes. */
import { RULES } from '../../rules/index.js'
import {
  hostIn,
  type Proof,
  type Recognised,
  recognise,
  type Speaker,
  speakerNames,
} from '../../rules/symptoms/index.js'
import { type SymptomTexts, symptomTextsOf, textsOf } from '../../rules/texts/index.js'
import type { Texts } from '../i18n/index.js'
import { LANGUAGES } from '../i18n/languages.js'
import type { ExplainedSymptom, Explanation, Language, RuleName } from '../types.js'

const PLACEHOLDER = 'api.example.com'
const MOST_RELATED = 5
/** One term in a rule's title, or several in what it says. */
const LEAST_SCORE = 3

/** Recognizes the symptoms in a pasted error; if there are none, finds rules that use the same words. */
export async function explainError(text: string, language: Language): Promise<Explanation> {
  const [texts, meanings] = await Promise.all([textsOf(language), symptomTextsOf(language)])
  const host = hostIn(text)
  const symptoms = recognise(text).map((found) => explained(found, { texts, meanings, host, language }))
  return { host, symptoms, related: symptoms.length > 0 ? [] : await related(text, texts) }
}

interface Context {
  texts: Texts
  meanings: SymptomTexts
  host: string | null
  language: Language
}

function explained(
  { symptom, by }: Recognised,
  { texts, meanings, host, language }: Context,
): ExplainedSymptom {
  const speakers = (Object.keys(symptom.words) as Speaker[]).filter((name) =>
    symptom.words[name]?.includes(by),
  )
  return {
    id: symptom.id,
    recognisedBy: by,
    clients: speakers.flatMap((name) => speakerNames(name, language)),
    means: meanings[symptom.id],
    causes: symptom.causes.map((id) => ruleName(id, texts)),
    command: commandOf(symptom.proof, host),
  }
}

const ruleName = (id: string, { rules }: Texts): RuleName => ({ id, title: rules[id]?.title ?? id })

function commandOf(proof: Proof, host: string | null): string | null {
  if (proof === 'none') return null
  if (proof === 'source') return 'hefa scan .'
  return proof === 'list' ? 'hefa check' : `hefa audit ${host ?? PLACEHOLDER}`
}

/** Latin words of three letters or more, and pairs of Chinese characters. */
function termsOf(text: string): Set<string> {
  const lower = text.slice(0, 2000).toLowerCase()
  const words = lower.match(/[a-z][a-z0-9-]{2,}/g) ?? []
  const runs = lower.match(/\p{Script=Han}{2,}/gu) ?? []
  return new Set([
    ...words,
    ...runs.flatMap((run) => [...run].slice(1).map((char, at) => [...run][at] + char)),
  ])
}

/** In the words of either language: people paste in one and read in another. */
async function related(text: string, texts: Texts): Promise<RuleName[]> {
  const terms = [...termsOf(text)]
  const both = await Promise.all(LANGUAGES.map(textsOf))
  const scored = RULES.map(({ id, reasons }) => {
    const own = both.map(({ rules }) => rules[id])
    const head = [id, ...own.map((words) => words?.title), ...Object.keys(reasons)].join(' ').toLowerCase()
    const body = own
      .map((words) => `${words?.why} ${words?.howToFix}`)
      .join(' ')
      .toLowerCase()
    return { id, score: 3 * found(terms, head) + found(terms, body) }
  })
  return scored
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_RELATED)
    .map(({ id }) => ruleName(id, texts))
}

const found = (terms: readonly string[], text: string) => terms.filter((term) => text.includes(term)).length
