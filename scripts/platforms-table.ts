/** The families of platforms and their ids, as the README lists them. */
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

const HEADS: Record<Language, readonly string[]> = {
  en: ['family', '', 'platforms it stands for', 'platforms that are named one by one', 'calls in the source'],
  zh: ['家族', '', '家族名代表的平台', '须单独写出的平台', '源码中的调用'],
}

export function platformsTable(language: Language): string {
  const head = HEADS[language]
  const rows = FAMILIES.map((family) => rowOf(family, language))
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function rowOf(family: Family, language: Language): string[] {
  const ids = PLATFORM_IDS.filter((id) => familyOf(id) === family)
  const code = (texts: readonly string[]) =>
    texts.map((text) => `\`${text}\``).join(language === 'en' ? ', ' : '、')
  return [
    code([family]),
    familyName(family, language),
    code(ids.filter(isNamedByFamily)),
    code(ids.filter((id) => !isNamedByFamily(id))),
    code(familyData(family).source.objects.map(({ path }) => `${path}.`)),
  ]
}
