import { putTo } from '../grouping.js'
import type { Finding } from './causes.js'

/** Findings whose text is the same, or the same but for the host's name and port. */
export function alike(findings: readonly Finding[], textOf: (finding: Finding) => string): Finding[][] {
  const groups = new Map<string, Finding[]>()
  const same = new Map<string, Finding[]>()
  for (const finding of findings) putTo(same, textOf(finding), finding)
  for (const finding of findings) {
    const text = textOf(finding)
    // Several hosts share a certificate that is called like one of them.
    const isShared = (same.get(text)?.length ?? 0) > 1
    putTo(groups, isShared ? text : patternOf(text, finding), finding)
  }
  return [...groups.values()]
}

function patternOf(text: string, { names, port }: Finding): string {
  const nameless = names.reduce((rest, name) => rest.replaceAll(name, '\0'), text)
  return port === undefined ? nameless : nameless.replace(new RegExp(`\\b${port}\\b`, 'g'), '\0')
}
