/** The families of platforms and their ids, as the README lists them. */
import { docsWords } from '../src/i18n/docs.js'
import {
  FAMILIES,
  type Family,
  familyData,
  familyName,
  familyOf,
  isNamedByFamily,
  PLATFORM_IDS,
} from '../src/platforms/index.js'
import type { Language } from '../src/types.js'

export function platformsTable(language: Language): string {
  const head = docsWords(language).platforms.head
  const rows = FAMILIES.map((family) => rowOf(family, language))
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function rowOf(family: Family, language: Language): string[] {
  const ids = PLATFORM_IDS.filter((id) => familyOf(id) === family)
  const code = (texts: readonly string[]) =>
    texts.map((text) => `\`${text}\``).join(docsWords(language).platforms.comma)
  return [
    code([family]),
    familyName(family, language),
    code(ids.filter(isNamedByFamily)),
    code(ids.filter((id) => !isNamedByFamily(id))),
    code(familyData(family).source.objects.map(({ path }) => `${path}.`)),
  ]
}
