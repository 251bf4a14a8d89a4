import { expect, test } from 'vitest'
import { buildSettingsOf } from '../../../src/scan/project/build-settings.js'
import type { Home } from '../../../src/scan/project/home.js'

const home = (folder: string): Home => ({
  ...{ kind: 'uni-app', folder, roots: [folder], unwalked: [], server: [], families: [], pages: [] },
  ...{ list: null, otherPages: [] },
  unpacked: () => false,
})

async function settings(files: Record<string, string>, ...folders: string[]): Promise<string[]> {
  const reader = {
    text: async (file: string) => files[file] ?? null,
    json: async () => undefined,
    manifest: () => undefined,
    peek: () => null,
    passOver: () => {},
  }
  const homes = (folders.length > 0 ? folders : ['']).map(home)
  const { code: found } = await buildSettingsOf(homes, Object.keys(files), reader)
  return found.map(({ name, text, file, pos }) => `${name}=${text} ${file}:${pos}`)
}

test('the files of a production build, the later over the earlier', async () => {
  const files = {
    '.env': 'VITE_A=1\nVITE_B=1\nVITE_C=1\nVITE_D=1',
    '.env.local': 'VITE_B=2\nVITE_C=2\nVITE_D=2',
    '.env.production': 'VITE_C=3\nVITE_D=3',
    '.env.production.local': 'VITE_D=4',
    '.env.development': 'VITE_A=dev',
    '.env.staging': 'VITE_A=staging',
  }
  expect(await settings(files)).toEqual([
    'VITE_A=1 .env:7',
    'VITE_B=2 .env.local:7',
    'VITE_C=3 .env.production:7',
    'VITE_D=4 .env.production.local:7',
  ])
})

test.each([
  ['comments and quotes', '# VITE_A=0\nexport VITE_A = "a # b" # c', ['VITE_A=a # b .env:27']],
  ['the last of a name', 'VITE_A=1\nVITE_A=2', ['VITE_A=2 .env:16']],
  [
    'only names that reach the code',
    'API=1\nTARO_APP_A=1\nVUE_APP_A=1\nVITE=1',
    ['TARO_APP_A=1 .env:17', 'VUE_APP_A=1 .env:29'],
  ],
  [
    'other settings in a text',
    'H=a.cn\nVITE_A=https://${H}/$H\nVITE_B=\\$H',
    ['VITE_A=https://a.cn/a.cn .env:14', 'VITE_B=$H .env:37'],
  ],
  ['unknown ones, and circles', 'VITE_A=${NO}\nVITE_B=$VITE_C\nVITE_C=$VITE_B', []],
  ['odd names', '__proto__=1\nVITE_constructor=1\n=x\nVITE_', ['VITE_constructor=1 .env:29']],
  ['nothing', '', []],
])('%s', async (_, text, expected) => expect(await settings({ '.env': text })).toEqual(expected))

test('the nearest folder counts, one for each project', async () => {
  const files = { '.env': 'VITE_A=root', 'a/.env': 'VITE_A=a' }
  expect(await settings(files, 'a/src', 'b/src', 'b')).toEqual(['VITE_A=a a/.env:7', 'VITE_A=root .env:7'])
})

test('what grows without end is not reported, and takes no time', async () => {
  const grown = Array.from({ length: 2000 }, (_, at) => `VITE_${at}=${`$VITE_${at + 1}`.repeat(at % 20)}`)
  const lines = [...grown, `VITE_2000=${'x'.repeat(3_000)}`, `VITE_LONG=${'x'.repeat(5_000)}`]
  const found = await settings({ '.env': lines.join('\n') })
  expect(Math.max(...found.map((one) => one.length))).toBeLessThan(4_100)
  expect(found.join()).not.toContain('VITE_LONG')
})
