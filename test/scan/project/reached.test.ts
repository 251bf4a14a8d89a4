/** Which calls stand in files that nothing leads to. */
import { expect, test } from 'vitest'
import { scanProject } from '../../../src/scan/index.js'
import { folderWith } from './folder.js'

const json = JSON.stringify
const ask = (name: string) => `wx.request({ url: 'https://${name}.acme.cn/a' })`

/** The files with calls that count. */
async function asking(files: Record<string, string>): Promise<string[]> {
  const { calls } = await scanProject(folderWith(files))
  return calls.filter(({ unreached }) => !unreached).map(({ place }) => place.file)
}

test('what a build imports by its name counts, though no script names its file', async () => {
  const files = {
    'manifest.json': json({ 'mp-weixin': {}, vueVersion: '3' }),
    'package.json': json({ devDependencies: { 'unplugin-auto-import': '1' } }),
    'pages.json': json({ pages: [{ path: 'pages/a/a' }] }),
    'main.js': "import App from './App.vue'",
    'App.vue': '<script>export default {}</script>',
    'pages/a/a.vue': '<script setup>useHome()</script>',
    'hooks/useHome.js': `export default () => { ${ask('home')} }`,
  }
  expect(await asking(files)).toEqual(['hooks/useHome.js'])
  const { 'package.json': _, ...declared } = files
  expect(await asking(declared)).toEqual([])
})
