import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../src/config')
const valueImports = (file: string) =>
  [
    ...readFileSync(join(folder, file), 'utf8').matchAll(
      /^(?:import|export) (?!type )[^;]*? from '([^']+)'/gm,
    ),
  ].map(([, specifier = '']) => specifier)

test('the libraries are loaded only when a config is parsed', () => {
  const files = readdirSync(folder)
  const loading = files.filter((file) =>
    valueImports(file).some((specifier) => /^(valibot|yaml|psl)$/.test(specifier)),
  )
  expect(loading).toEqual(['expectation.ts', 'scan-schema.ts', 'schema.ts'])
  expect(files.filter((file) => valueImports(file).includes('./schema.js'))).toEqual([])
  expect(valueImports('index.ts')).toContain('./parse.js')
})
