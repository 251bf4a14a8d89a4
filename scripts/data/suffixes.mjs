/** The public suffix list as one text: psl itself converts and sorts its ten thousand rules each time it is loaded. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { domainToASCII, pathToFileURL } from 'node:url'

/** Its rules as they stand in the list; the package exports only what it makes of them. */
export async function suffixRules() {
  const main = createRequire(import.meta.url).resolve('psl')
  const { default: rules } = await import(pathToFileURL(join(dirname(main), '../data/rules.js')).href)
  return rules
}

export async function suffixModule() {
  const rules = (await suffixRules()).map(asciiRule)
  return `// Made by scripts/data/pack.mjs of the package psl; do not edit.
export const RULES: string = '${rules.join(' ')}'
`
}

/** Marks of a wildcard and of an exception stay in front. */
function asciiRule(rule) {
  const [, mark, name] = /^(\*\.|!)?(.*)$/.exec(rule)
  const ascii = domainToASCII(name)
  if (!/^[a-z0-9.-]+$/.test(ascii)) throw new Error(`no rule of the public suffix list: ${rule}`)
  return `${mark ?? ''}${ascii}`
}
