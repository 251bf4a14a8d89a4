/** Whatever the family: a call of its own object is judged by its list, and what only it compiles is read for it. */
import { describe, expect, test } from 'vitest'
import { judgeProject } from '../../src/audit/index.js'
import { loadConfig } from '../../src/index.js'
import {
  FAMILIES,
  type Family,
  familyData,
  isAlwaysRead,
  type PlatformId,
} from '../../src/platforms/index.js'
import { scanProject } from '../../src/scan/index.js'
import { folderWith } from '../scan/project/folder.js'

const LISTED = 'https://api.example.com'
const OTHER = 'https://api.example.net'

async function configOf(family: Family) {
  const text = JSON.stringify({ platforms: [family], domains: { request: [LISTED] } })
  const loaded = await loadConfig('hefa.config.json', { text })
  if ('problems' in loaded) throw new Error(JSON.stringify(loaded.problems))
  return loaded.config
}

/** What the family's first platform is told of calls and their lists: `fail unlisted https://…`. */
async function toldOf(family: Family, files: Record<string, string>): Promise<string[]> {
  const facts = await scanProject(folderWith(files), { judged: [family] })
  const config = await configOf(family)
  const results = await judgeProject(facts, { config, at: Date.UTC(2026, 10, 27), language: 'en' })
  const [platform] = config.platforms as [PlatformId]
  return results
    .filter(({ rule, platforms }) => rule === 'project/unlisted-domain' && platforms.includes(platform))
    .map(({ status, evidence, entry }) => [status, evidence?.reason, entry?.text].filter(Boolean).join(' '))
}

const objectOf = (family: Family) => familyData(family).source.objects[0]?.path ?? ''
const page = (family: Family, url: string) => `${objectOf(family)}.request({ url: '${url}/v1' })`

describe.each(FAMILIES)('%s', (family) => {
  const { project, targets, conditional } = familyData(family).source
  const native = { [project?.files.at(-1) ?? 'package.json']: '{}', [`pages/a${project?.markup}`]: '<view/>' }

  test('a host that its list lacks fails', async () => {
    expect(await toldOf(family, { ...native, 'app.js': page(family, OTHER) })).toEqual([
      `fail unlisted ${OTHER}`,
    ])
  })

  test('a listed one passes', async () => {
    expect(await toldOf(family, { ...native, 'app.js': page(family, LISTED) })).toEqual(['pass'])
  })

  const manifest = JSON.stringify(Object.fromEntries((targets['uni-app'] ?? []).map((name) => [name, {}])))
  const uni = { 'manifest.json': manifest, 'pages.json': '{"pages":[]}' }

  test('code that only its build compiles is read', async () => {
    const script = `// #ifdef ${conditional[0]}\nuni.request({ url: '${OTHER}/v1' })\n// #endif`
    expect(await toldOf(family, { ...uni, 'main.js': script })).toEqual([`fail unlisted ${OTHER}`])
  })

  test('code that its build leaves out is not', async () => {
    const script = `// #ifndef ${conditional[0]}\nuni.request({ url: '${OTHER}/v1' })\n// #endif`
    expect(await toldOf(family, { ...uni, 'main.js': script })).not.toContain(`fail unlisted ${OTHER}`)
  })

  test('a branch by the name of its build is', async () => {
    const [target] = targets.taro ?? []
    const script = `if (process.env.TARO_ENV === '${target}') Taro.request({ url: '${OTHER}/v1' })`
    const files = {
      'package.json': '{"dependencies":{"@tarojs/taro":"4"}}',
      'src/app.config.js': 'export default {}',
      'src/app.js': `import Taro from '@tarojs/taro'\n${script}`,
    }
    expect(await toldOf(family, files)).toEqual([`fail unlisted ${OTHER}`])
  })
})

const others = FAMILIES.filter((family) => !isAlwaysRead(family))

test.each(others)('a scan that is not for %s counts its calls and judges none', async (family) => {
  const { calls, readFor } = await scanProject(
    folderWith({ 'project.config.json': '{}', 'app.js': page(family, OTHER) }),
    { judged: ['wechat'] },
  )
  expect(calls).toMatchObject([{ callee: `${objectOf(family)}.request`, foreign: true, families: [] }])
  expect(readFor).toBeUndefined()
})

test('facts tell for whom the source was read', async () => {
  const { readFor } = await scanProject(folderWith({ 'app.js': page('douyin', OTHER) }), {
    judged: ['douyin'],
  })
  expect(readFor).toEqual(['douyin'])
})

test('a native project is of the families whose pages lie in it', async () => {
  const { families, kinds } = await scanProject(
    folderWith({ 'project.config.json': '{}', 'app.js': '', 'pages/a.ttml': '<view/>', 'pages/a.js': '' }),
  )
  expect({ families, kinds }).toEqual({ families: ['douyin', 'feishu'], kinds: ['douyin'] })
})

describe('a project without a call for the judged platform says nothing about it', () => {
  const coverageFor = async (judged: Family, files: Record<string, string>) => {
    const facts = await scanProject(folderWith(files), { judged: [judged] })
    const config = await configOf(judged)
    const results = await judgeProject(facts, { config, at: Date.UTC(2026, 10, 28), language: 'en' })
    return results.filter(({ rule }) => rule === 'project/coverage')
  }
  const nativeOf = (family: Family) => {
    const { project } = familyData(family).source
    return { [project?.files.at(-1) ?? 'package.json']: '{}', [`pages/a${project?.markup}`]: '<view/>' }
  }

  test.each(FAMILIES)('%s', async (family) => {
    const judged = objectOf(family) === 'my' ? 'wechat' : 'alipay'
    const files = { ...nativeOf(family), 'app.js': page(family, OTHER) }
    const unknown = [{ status: 'unknown', level: 'error', evidence: { reason: 'other-platform', calls: 1 } }]
    expect(await coverageFor(judged, files)).toMatchObject(unknown)
    expect(await coverageFor(family, files)).toMatchObject([{ status: 'pass' }])
  })

  test.each([
    ['a native project', { 'project.config.json': '{}', 'app.json': '{"pages":["a"]}' }],
    ['plain scripts', {}],
  ])('%s whose platforms are given by name', async (_, files) => {
    const facts = await scanProject(folderWith({ ...files, 'a.js': page('wechat', OTHER), 'a.wxml': '' }), {
      families: ['alipay'],
    })
    const settings = { config: await configOf('alipay'), at: Date.UTC(2026, 10, 28), language: 'en' } as const
    const results = (await judgeProject(facts, settings)).filter(({ status }) => status === 'unknown')
    expect(results.map(({ evidence }) => evidence)).toMatchObject([{ reason: 'other-platform' }])
  })

  test('but a file that calls for all of them does', async () => {
    const script = `${page('wechat', OTHER)}\nuni.request({ url: '${OTHER}/v1' })`
    expect(await coverageFor('alipay', { 'app.js': script })).toMatchObject([{ status: 'pass' }])
  })
})
