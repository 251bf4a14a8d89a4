/** Why a text can't be used as saved facts, with line and column. */
import type { FactsFault } from '../audit/index.js'
import { jsonFault, jsonPlace } from '../config/index.js'
import { visible } from '../report/text.js'
import { placed } from './report-file.js'
import type { Session } from './session.js'

/** @param name of the file, safe to print */
export function factsFaultText(
  found: FactsFault,
  text: string,
  name: string,
  words: Session['words'],
): string {
  const place = placed(name, text, () => offsetOf(found, text))
  return words.badFacts(place, visible(whyNot(found, words), 300))
}

function whyNot(found: FactsFault, { factsFaults }: Session['words']): string {
  switch (found.fault) {
    case 'not-json':
      return factsFaults['not-json']
    case 'other-schema':
      return factsFaults['other-schema'](found.version)
    case 'config':
      return factsFaults.config(found.problem)
    case 'shape':
      return factsFaults.shape(found.place)
  }
}

function offsetOf(found: FactsFault, text: string): number {
  switch (found.fault) {
    case 'not-json':
      return isJson(text) ? 0 : jsonFault(text)
    case 'other-schema':
      return jsonPlace(text, ['schemaVersion'])
    case 'config':
      return jsonPlace(text, ['config'])
    case 'shape':
      return jsonPlace(text, found.place.split('.'))
  }
}

/** JSON that holds no facts, such as a list. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
