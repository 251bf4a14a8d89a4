import { putTo } from '../grouping.js'
import type { Finding } from './causes.js'

/** Findings whose text is the same but for the host's name and port. */
export function alike(findings: readonly Finding[], textOf: (finding: Finding) => string): Finding[][] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const pattern = patternOf(textOf(finding), finding)
    putTo(groups, pattern, finding)
  }
  return [...groups.values()]
}

function patternOf(text: string, { names, port }: Finding): string {
  const nameless = names.reduce((rest, name) => rest.replaceAll(name, '\0'), text)
  return port === undefined ? nameless : nameless.replace(new RegExp(`\\b${port}\\b`, 'g'), '\0')
}
