/** Quotations of the platforms' pages stand in them: held against copies in the folder HEFA_SOURCES, skipped without. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CLAUSES } from '../../rules/index.js'

const folder = process.env.HEFA_SOURCES
if (!folder) console.warn('HEFA_SOURCES names no folder: quotations are not compared with the pages')

/** Copies differ in width, marks and spaces. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase()

/** Of newer editions than the copies. */
const NEWER = ['小程序的局域网 IP 除外', '不支持配置父域名', '每个微信小程序需要事先设置通讯域名，']
const PAGES = /网络 \/ 使用说明|小程序开发指南|mPaaS 小程序 · 网络/

test.skipIf(!folder)('each stands in one of the pages', () => {
  const pages = readdirSync(folder ?? '').map((file) => bare(readFileSync(join(folder ?? '', file), 'utf8')))
  const cites = Object.values(CLAUSES).flatMap((list) => list.map(({ cite }) => cite))
  const own = cites.filter(
    ({ title, quote }) => PAGES.test(title) && !NEWER.some((one) => quote.includes(one)),
  )
  const missing = own.filter(({ quote }) => !pages.some((page) => page.includes(bare(quote))))
  expect(own.length).toBeGreaterThan(50)
  expect([...new Set(missing.map(({ quote }) => quote))]).toEqual([])
})
