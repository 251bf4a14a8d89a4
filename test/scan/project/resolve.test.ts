import { expect, test } from 'vitest'
import { openProject } from '../../../src/scan/project/index.js'
import { folderWith } from './folder.js'

const json = JSON.stringify

async function resolved(
  files: Record<string, string>,
  specifiers: [from: string, specifier: string, file: string | null][],
): Promise<void> {
  const { resolve } = await openProject(folderWith(files))
  expect(specifiers.map(([from, specifier]) => [from, specifier, resolve(specifier, from)])).toEqual(
    specifiers,
  )
}

test('relative paths, extensions, index files', () =>
  resolved(
    {
      'a/one.js': '',
      'a/two.ts': '',
      'a/three/index.tsx': '',
      'a/four.vue': '',
      'a/five.json': '{}',
      'a/six.wxs': '',
      'a/x.min.js': '',
      'index.js': '',
    },
    [
      ['a/one.js', './two', 'a/two.ts'],
      ['a/one.js', './two.js', 'a/two.ts'],
      ['a/one.js', './three', 'a/three/index.tsx'],
      ['a/one.js', './four', 'a/four.vue'],
      ['a/one.js', './five.json', 'a/five.json'],
      ['a/one.js', './six.wxs', 'a/six.wxs'],
      ['a/one.js', './x.min', 'a/x.min.js'],
      ['a/one.js', '..', 'index.js'],
      ['a/one.js', './one.js?raw', 'a/one.js'],
      ['a/one.js', './missing', null],
      ['a/one.js', '../../a', null],
      ['a/one.js', 'dayjs', null],
      ['a/one.js', '', null],
    ],
  ))

test('a TypeScript source takes its own kind first, a script its output', () =>
  resolved({ 'a/one.ts': '', 'a/one.js': '', 'a/two.ts': '', 'a/two.js': '', 'a/three.js': '' }, [
    ['a/one.ts', './two', 'a/two.ts'],
    ['a/one.js', './two', 'a/two.js'],
    ['a/one.ts', './three', 'a/three.js'],
    ['a/one.ts', './two.js', 'a/two.js'],
  ]))

test('a runtime takes a bare name for a relative path, a package of that name first; bundlers do not', async () => {
  const files = {
    'utils/api.js': '',
    'utils/request.js': '',
    'utils/deep/one.js': '',
    'utils/dayjs.js': '',
    'miniprogram_npm/dayjs/index.js': '',
  }
  await resolved({ ...files, 'app.json': json({ pages: [] }) }, [
    ['utils/api.js', 'request.js', 'utils/request.js'],
    ['utils/api.js', 'request', 'utils/request.js'],
    ['utils/api.js', 'deep/one', 'utils/deep/one.js'],
    ['utils/api.js', 'dayjs', 'miniprogram_npm/dayjs/index.js'],
    ['utils/api.js', 'axios', null],
  ])
  await resolved({ ...files, 'pages.json': json({ pages: [] }), 'manifest.json': '{}' }, [
    ['utils/api.js', 'request.js', null],
  ])
})

test('from the root of the mini program', () =>
  resolved(
    {
      'project.config.json': json({ miniprogramRoot: 'mp/', pluginRoot: 'plugin/' }),
      'mp/app.json': json({ pages: [], resolveAlias: { '#utils/*': '/utils/*' } }),
      'mp/utils/http.js': '',
      'mp/pages/a.js': '',
      'plugin/utils/http.js': '',
      'plugin/index.js': '',
    },
    [
      ['mp/pages/a.js', '/utils/http', 'mp/utils/http.js'],
      ['plugin/index.js', '/utils/http', 'plugin/utils/http.js'],
      ['mp/pages/a.js', '#utils/http', 'mp/utils/http.js'],
      ['mp/pages/a.js', '@/utils/http', 'mp/utils/http.js'],
      ['mp/pages/a.js', '/utils/none', null],
    ],
  ))

test('paths of tsconfig.json, through extends, the most exact pattern first', () =>
  resolved(
    {
      'tsconfig.json': '{ "extends": "./base", } // comment',
      'base.json': json({
        compilerOptions: {
          baseUrl: '.',
          paths: { '@app/*': ['none/*', 'src/*'], '@app/api': ['src/other.ts'] },
        },
      }),
      'src/api.ts': '',
      'src/other.ts': '',
      'src/b.ts': '',
    },
    [
      ['src/b.ts', '@app/api', 'src/other.ts'],
      ['src/b.ts', '@app/b', 'src/b.ts'],
      ['src/b.ts', 'src/api', 'src/api.ts'],
      ['src/b.ts', '@/api', 'src/api.ts'],
      ['src/b.ts', '~/api', 'src/api.ts'],
      ['src/b.ts', '@/../src/api', 'src/api.ts'],
      ['src/b.ts', '@/../../../src/api', null],
    ],
  ))

test('aliases of Taro’s and Vite’s configuration, where they are literals', () =>
  resolved(
    {
      'package.json': json({ dependencies: { '@tarojs/taro': '4' }, scripts: { 'build:weapp': 'x' } }),
      'config/index.ts': `export default { alias: { '@net': path.resolve(__dirname, '..', 'src/net'), '@c': computed } as const }`,
      'vite.config.ts': `export default { resolve: { alias: { '#': fileURLToPath(new URL('./src', import.meta.url)) } } }`,
      'src/net/index.ts': '',
      'src/net/http.weapp.ts': '',
      'src/net/http.ts': '',
      'src/net/http.alipay.ts': '',
    },
    [
      ['src/a.ts', '@net', 'src/net/index.ts'],
      ['src/a.ts', '@net/http', 'src/net/http.weapp.ts'],
      ['src/a.ts', '#/net', 'src/net/index.ts'],
      ['src/a.ts', '@c/x', null],
    ],
  ))

test('aliases in the forms that configurations of builds have', () =>
  resolved(
    {
      'package.json': json({ dependencies: { mpvue: '2' } }),
      'build/webpack.base.conf.js': `const path = require('path')
function resolve (dir) {
  return path.join(__dirname, '..', dir)
}
module.exports = { resolve: { alias: { vue: 'mpvue', net: resolve('src/net'), 'settings$': resolve('src/settings.js') } } }`,
      'vue.config.js': `const dir = (name) => path.join(__dirname, name)
module.exports = { chainWebpack: (config) => { config.resolve.alias.set('parts', dir('src/parts')).set('tools', dir('src/tools')).merge({ more: dir('src/more') }) } }`,
      'wepy.config.js': `module.exports = { resolve: { alias: { config: path.join(__dirname, 'src/config') } } }`,
      'mpx.config.js': `module.exports = { configureWebpack(config) {
  config.resolve.alias.shared = path.resolve('src/shared')
  config.resolve.alias = Object.assign(config.resolve.alias, { all: path.resolve(process.cwd(), 'src/all') })
} }`,
      'remax.config.js': `const cwd = process.cwd()
module.exports = { configWebpack({ config }) { config.resolve.alias.merge({ '@kept': path.join(cwd, 'src/kept') }).end() } }`,
      'vite.config.ts': `const source = resolve(__dirname, 'src')
const inside = (dir: string) => { return resolve(process.cwd(), '.', dir) }
export default { resolve: { alias: [{ find: 'src', replacement: source }, { find: 'views', replacement: inside('src/views') }, { find: /^~/, replacement: '' }] } }`,
      'src/net/index.js': '',
      'src/settings.js': '',
      'src/parts/a.js': '',
      'src/tools/a.js': '',
      'src/more/a.js': '',
      'src/kept/a.js': '',
      'src/config.js': '',
      'src/shared/a.js': '',
      'src/all/a.js': '',
      'src/views/a.js': '',
    },
    [
      ['src/main.js', 'net', 'src/net/index.js'],
      ['src/main.js', 'settings', 'src/settings.js'],
      ['src/main.js', 'settings/a', null],
      ['src/main.js', 'parts/a', 'src/parts/a.js'],
      ['src/main.js', 'tools/a', 'src/tools/a.js'],
      ['src/main.js', 'more/a', 'src/more/a.js'],
      ['src/main.js', '@kept/a', 'src/kept/a.js'],
      ['src/main.js', 'config', 'src/config.js'],
      ['src/main.js', 'shared/a', 'src/shared/a.js'],
      ['src/main.js', 'all/a', 'src/all/a.js'],
      ['src/main.js', 'src/all/a', 'src/all/a.js'],
      ['src/main.js', 'views/a', 'src/views/a.js'],
    ],
  ))

test('aliases that no configuration tells are folders around their user; what package.json names is none', () =>
  resolved(
    {
      'package.json': json({ dependencies: { '@dcloudio/uni-app': '3', lib: '1', '@net/client': '1' } }),
      'src/tools/http.js': '',
      'src/pages/tools/http.js': '',
      'src/pages/a.js': '',
      'src/lib/a.js': '',
      'src/net/client/a.js': '',
      'src/one.js': '',
    },
    [
      ['src/main.js', 'tools/http', 'src/tools/http.js'],
      ['src/pages/a.js', 'tools/http', 'src/pages/tools/http.js'],
      ['src/pages/a.js', '@tools/http', 'src/pages/tools/http.js'],
      ['src/main.js', '$tools/http', 'src/tools/http.js'],
      ['src/tools/http.js', 'tools/http', null],
      ['src/main.js', 'lib/a', null],
      ['src/main.js', '@net/client/a', null],
      ['src/main.js', 'one', null],
      ['src/main.js', 'none/http', null],
    ],
  ))

test('a cycle of tsconfig files ends', () =>
  resolved({ 'tsconfig.json': '{ "extends": "./tsconfig.json" }', 'a.js': '' }, [['a.js', './a', 'a.js']]))
