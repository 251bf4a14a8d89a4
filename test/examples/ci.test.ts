/** The files for each CI are those of docs/ci.md, and everything that is YAML is. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'

const root = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const files = (folder: string, ending: RegExp) =>
  readdirSync(join(root, folder))
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name))

test.each(files('examples/ci', /./))('%s is the one that docs/ci.md shows', (file) => {
  expect(read('docs/ci.md')).toContain(`\n${read(file)}\`\`\`\n`)
})

test('docs/ci.zh-CN.md shows the same files and has the same parts', () => {
  const blocks = (file: string) => read(file).match(/^```[\s\S]*?^```$/gm) ?? []
  expect(blocks('docs/ci.zh-CN.md')).toEqual(blocks('docs/ci.md'))
  const parts = (file: string) => read(file).match(/^## /gm)?.length
  expect(parts('docs/ci.zh-CN.md')).toBe(parts('docs/ci.md'))
})

test.each([
  ...files('examples/ci', /ya?ml$/),
  ...files('examples/prometheus', /yml$/),
  ...files('.github/ISSUE_TEMPLATE', /yml$/),
  ...files('.github/workflows', /yml$/),
])('%s is YAML', (file) => {
  const { errors, warnings } = parseDocument(read(file), { uniqueKeys: true })
  expect([...errors, ...warnings]).toEqual([])
})

/** https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema */
test.each(files('.github/ISSUE_TEMPLATE', /^(?!config).*yml$/))('%s is an issue form', (file) => {
  const { name, description, body } = parseDocument(read(file)).toJS()
  expect([typeof name, typeof description]).toEqual(['string', 'string'])
  const ids = body.map(({ id }: { id: string }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { type, id, attributes } of body) {
    expect(['dropdown', 'input', 'textarea', 'checkboxes']).toContain(type)
    expect(id).toMatch(/^[a-z-]+$/)
    expect(attributes.label).toEqual(expect.any(String))
    if (type === 'dropdown') expect(attributes.options.length).toBeGreaterThan(1)
  }
})

test('the page of examples names every one', () => {
  const page = read('examples/README.md')
  const all = ['', 'ci/', 'prometheus/'].flatMap((folder) =>
    readdirSync(join(root, 'examples', folder), { withFileTypes: true })
      .filter((one) => one.isFile() && one.name !== 'README.md')
      .map(({ name }) => `${folder}${name}`),
  )
  expect([...page.matchAll(/\]\(([^)]+)\)/g)].map(([, file]) => file).sort()).toEqual(all.sort())
})
