/** Writes down what the rules themselves find while their tests run: `rule reason` a line, into the file of HEFA_REASONS. */
import { appendFileSync } from 'node:fs'
import { RULES } from '../../../rules/index.js'

const file = process.env.HEFA_REASONS
if (file === undefined) throw new Error('HEFA_REASONS names no file')

const known = new Set<string>()

function record(id: string, found: unknown): void {
  for (const one of Array.isArray(found) ? found : []) {
    const line = `${id} ${one?.reason ?? one?.status}`
    if (known.has(line)) continue
    known.add(line)
    appendFileSync(file ?? '', `${line}\n`)
  }
}

for (const rule of RULES) {
  const judge = rule.judge.bind(rule)
  rule.judge = (...given: Parameters<typeof judge>) => {
    const found = judge(...given)
    record(rule.id, found)
    return found
  }
}
