/** How long files and functions may be: a file answers one question, and a function is read at a glance. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@babel/parser'
import { isFunction, type Node, traverseFast } from '@babel/types'
import { expect, test } from 'vitest'

/** Built from `data/`, not written. */
const BUILT = /^src\/trust\/data\//

const root = join(import.meta.dirname, '../..')
const files = ['src', 'rules'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/(?:\.test|\/examples)\.ts$/.test(file))
    .map((file) => join(folder, file))
    .filter((file) => !BUILT.test(file)),
)

interface Sized {
  place: string
  lines: number
}

const linesOf = ({ loc }: Node) => (loc ? loc.end.line - loc.start.line + 1 : 0)

const fileSizes: Sized[] = []
const functionSizes: Sized[] = []
for (const file of files) {
  const code = readFileSync(join(root, file), 'utf8')
  fileSizes.push({ place: file, lines: code.split('\n').length - 1 })
  traverseFast(parse(code, { sourceType: 'module', plugins: ['typescript'] }), (node) => {
    if (isFunction(node) && node.body?.type === 'BlockStatement')
      functionSizes.push({ place: `${file}:${node.loc?.start.line}`, lines: linesOf(node) })
  })
}

const longer = (sizes: readonly Sized[], most: number) => sizes.filter(({ lines }) => lines > most)
/** The length that so many percent of them do not exceed. */
const percentile = (sizes: readonly Sized[], percent: number) =>
  sizes.map(({ lines }) => lines).sort((a, b) => a - b)[Math.floor((sizes.length * percent) / 100)]

test('files', () => {
  expect(files.length).toBeGreaterThan(1000)
  expect(longer(fileSizes, 300)).toEqual([])
  expect(percentile(fileSizes, 90)).toBeLessThanOrEqual(161)
  expect(percentile(fileSizes, 50)).toBeLessThanOrEqual(65)
})

test('functions', () => {
  expect(functionSizes.length).toBeGreaterThan(3000)
  expect(longer(functionSizes, 82)).toEqual([])
  expect(percentile(functionSizes, 90)).toBeLessThanOrEqual(18)
  expect(percentile(functionSizes, 50)).toBeLessThanOrEqual(8)
})
