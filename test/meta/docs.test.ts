/** What is made from the code says what the code says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { browserScripts } from '../../scripts/browser.mjs'
import { documents } from '../../scripts/docs.js'

const root = join(import.meta.dirname, '../..')
const made = new Map([...(await documents(root)), ...(await browserScripts(root))])

test.each([...made.keys()])('%s is fresh (npm run docs makes it again)', (file) => {
  expect(readFileSync(join(root, file), 'utf8')).toBe(made.get(file))
})
