/** A family of platforms is one folder of data: nobody else names one, and the lists are those of the folders. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { familyLists } from '../../scripts/families.mjs'
import { FAMILIES, familyData, PLATFORM_IDS } from '../../src/platforms/index.js'

const root = join(import.meta.dirname, '../..')

/** Where a name is another's: the words of programs in pasted errors, and names of files and libraries. */
const OTHERS: Record<string, RegExp> = {
  // Who speaks in an error, not who runs a mini program.
  'rules/symptoms/table/certificates.ts': /^(?:wechat|alipay)$/,
  'rules/symptoms/table/connections.ts': /^(?:wechat|alipay)$/,
  'rules/symptoms/table/handshake.ts': /^(?:wechat|alipay)$/,
  'rules/symptoms/table/lists.ts': /^(?:wechat|alipay)$/,
  'rules/symptoms/table/requests.ts': /^(?:wechat|alipay)$/,
  'rules/symptoms/types.ts': /^(?:wechat|alipay)$/,
  'rules/symptoms/speakers.ts': /^(?:wechat|alipay)$/,
  // Group robots that messages go to.
  'src/watch/channels.ts': /^feishu$/,
  'src/cli/commands/watch.ts': /^feishu$/,
  // Flags of files being opened.
  'src/cli/files.ts': /^wx$/,
  'src/cli/commands/init.ts': /^wx$/,
  // The package is the object of one platform, and the object of another framework's.
  'src/scan/frameworks/kbone.ts': /^wx$/,
  'src/scan/frameworks/wepy.ts': /^wx$/,
}

const names = new Set<string>([
  ...FAMILIES,
  ...PLATFORM_IDS,
  ...FAMILIES.flatMap((family) => {
    const { objects, conditional, targets } = familyData(family).source
    return [
      ...objects.map(({ path }) => path),
      ...conditional,
      ...(targets['uni-app'] ?? []),
      ...(targets.taro ?? []),
    ]
  }),
])

/** Texts in quotes, and names of keys, without comments. */
function literalsIn(code: string): string[] {
  const bare = code.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, '')
  const quoted = [...bare.matchAll(/(["'`])((?:\\.|(?!\1)[^\\\n])*)\1/g)].map(([, , text = '']) => text)
  const keys = [...bare.matchAll(/^\s*(\w+): /gm)].map(([, key = '']) => key)
  return [...quoted, ...keys]
}

const files = ['src', 'rules'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/(?:\.test|\/examples)\.ts$/.test(file))
    .map((file) => join(folder, file)),
)

test('no file outside of the families names one, nor its objects and builds', () => {
  const wrong = files
    .filter((file) => !file.startsWith('src/platforms/'))
    .flatMap((file) =>
      literalsIn(readFileSync(join(root, file), 'utf8'))
        .filter((text) => names.has(text) && !OTHERS[file]?.test(text))
        .map((text) => `${file}: ${text}`),
    )
  expect([...new Set(wrong)]).toEqual([])
})

test('what may be named elsewhere is', () => {
  for (const [file, pattern] of Object.entries(OTHERS))
    expect(
      literalsIn(readFileSync(join(root, file), 'utf8')).some((text) => pattern.test(text)),
      file,
    ).toBe(true)
})

test('the lists are those of the folders', async () => {
  for (const [file, text] of await familyLists(root))
    expect(readFileSync(join(root, file), 'utf8')).toBe(text)
})
