/** What is made from the code says what the code says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { documents } from '../../scripts/docs.js'

const root = join(import.meta.dirname, '../..')
const made = await documents(root)

test.each([...made.keys()])('%s is fresh (npm run docs makes it anew)', (file) => {
  expect(readFileSync(join(root, file), 'utf8')).toBe(made.get(file))
})
