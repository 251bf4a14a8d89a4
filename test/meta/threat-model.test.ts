/** Each sentence of the threat model names a test, and each test it names is there. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const docs = join(import.meta.dirname, '../../docs')
const lines = readFileSync(join(docs, 'threat-model.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('- '))

test('there are sentences', () => {
  expect(lines.length).toBeGreaterThan(10)
})
test.each(lines)('%s', (line) => {
  const named = [...line.matchAll(/\[([^\]]+)\]\((\.\.\/test\/[^)]+)\)/g)]
  expect(named.length).toBeGreaterThan(0)
  for (const [, title = '', file = ''] of named)
    expect(readFileSync(join(docs, file), 'utf8')).toMatch(
      new RegExp(`(?:describe|test)\\('${title.replace(/[.*+?^$(){}|[\]\\]/g, '\\$&')}'`),
    )
})
