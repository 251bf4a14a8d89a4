import { expect, test } from 'vitest'
import { ScanFault, scanProject } from '../../src/scan/index.js'
import { folderWith } from './project/folder.js'

const HEX = '0a1b2c3d4e5f60718293a4b5c6d7e8f9'

test.each([
  ['an empty folder', {}],
  ['a folder without a mini program', { 'README.md': 'x', 'a.png': 'x' }],
  ['markup alone', { 'x.wxml': '<view/>' }],
])('%s holds no mini program', async (_, files) => {
  const fault = await scanProject(folderWith(files)).catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(ScanFault)
  expect((fault as ScanFault).reason).toBe('no-mini-program')
})

test('a folder that is not there', async () => {
  await expect(scanProject('/nonexistent/hefa')).rejects.toBeInstanceOf(ScanFault)
})

test('a secret is nowhere in what comes out', async () => {
  const folder = folderWith({
    'a.js': `const secret = '${HEX}'\nwx.request({ url: 'https://x.cn/' + secret + '?secret=${HEX}', method: '${HEX}' })`,
    'a.wxml': `<image src="https://x.cn/?secret=${HEX}"/>`,
  })
  const facts = await scanProject(folder)
  expect(facts.secrets.length).toBeGreaterThan(0)
  expect(facts.calls.flatMap(({ urls }) => urls.map(({ text }) => text))).toEqual(['https://x.cn/*?secret=*'])
  expect(JSON.stringify(facts)).not.toContain(HEX)
})

test('what scripts of Taro say of pages and settings', async () => {
  const folder = folderWith({
    'package.json': '{ "dependencies": { "@tarojs/taro": "4" } }',
    'src/app.config.ts':
      'export default defineAppConfig({\n  networkTimeout: { request: 70000, other: 1 } })',
    'src/other.ts': 'export default { networkTimeout: { request: 1 } }',
    'src/a.tsx': [
      'export const A = () => <View>',
      '  <Image src="https://a.cn/x" /><Video src={`https://b.cn/${x}`} />',
      '  <Image src={x} /><Other src="https://c.cn" /><Image other="https://d.cn" />',
      '</View>',
    ].join('\n'),
  })
  const facts = await scanProject(folder)
  expect(facts.settings).toEqual([
    {
      place: { file: 'src/app.config.ts', line: 2, column: 21 },
      key: 'networkTimeout',
      name: 'networkTimeout.request',
      value: 70000,
    },
  ])
  expect(facts.resources).toEqual([
    { place: { file: 'src/a.tsx', line: 2, column: 15 }, tag: 'image', url: 'https://a.cn/x' },
    { place: { file: 'src/a.tsx', line: 2, column: 45 }, tag: 'video', url: 'https://b.cn/' },
  ])
})
