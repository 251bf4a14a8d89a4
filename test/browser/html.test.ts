/** The page in a browser: it works, it stays alone, and everybody can use it. */
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderHtml } from '../../src/report/html/index.js'
import { HOSTILE, hostileReport, teamReport } from '../report/html-sample.js'
import { CHROMIUM, type Opened, type Surfer, startSurfer } from './chromium.js'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const TEAM = renderHtml(teamReport('en'), { language: 'en', other: teamReport('zh') })
const HOSTILE_PAGE = renderHtml(hostileReport(), { language: 'en' })

let surfer: Surfer
beforeAll(async () => {
  if (CHROMIUM) surfer = await startSurfer()
})
afterAll(() => surfer?.close())

const seen = (page: Page, selector: string) => page.locator(`${selector}:visible`)
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const inChinese = (page: Page) => button(page, '中文').click()

/** Sideways scrolling of the whole page. */
const overflow = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

function expectQuiet({ said, asked }: Opened): void {
  expect(said).toEqual([])
  expect(asked).toEqual([])
}

describe.skipIf(!CHROMIUM)('the page in a browser', () => {
  test('its policy lets its own style and script work, and nothing is asked for', async () => {
    const opened = await surfer.open(TEAM)
    const { page } = opened
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Not fit for release')
    const tint = await page
      .locator('td.fail')
      .first()
      .evaluate('getComputedStyle(document.querySelector("td.fail")).backgroundColor')
    expect(tint).toBe('rgb(251, 236, 234)')
    expect(await page.getByRole('search').isVisible()).toBe(true)
    expectQuiet(opened)
  })

  test('without a script it is all there, and shows no button that would do nothing', async () => {
    const { page } = await surfer.open(TEAM, { javaScriptEnabled: false })
    expect(await seen(page, 'article').count()).toBe(10)
    expect(await seen(page, 'button').count()).toBe(0)
    await page.getByText('Caddy', { exact: true }).first().click()
    expect(await seen(page, '.panel.caddy').count()).toBe(1)
  })

  test('filters by severity, platform and text, and tells how much is left', async () => {
    const opened = await surfer.open(TEAM)
    const { page } = opened
    const told = page.locator('#shown')
    expect(await told.textContent()).toBe('')
    await button(page, 'Error').click()
    expect(await seen(page, 'article').count()).toBe(4)
    expect(await told.textContent()).toBe('Showing 4 of 10 findings and 4 of 6 domains')
    expect(await seen(page, 'tr[data-target]').count()).toBe(4)
    await button(page, 'Alipay Android').click()
    expect(await seen(page, 'article').count()).toBe(2)
    await page.getByRole('searchbox').fill('GeoTrust')
    expect(await told.textContent()).toBe('Showing 1 of 10 findings and 1 of 6 domains')
    expect(await seen(page, '.timeline li').count()).toBe(1)
    await page.getByRole('searchbox').fill('no such thing')
    expect(await told.textContent()).toBe('Nothing matches this filter.')
    await inChinese(page)
    expect(await told.textContent()).toBe('没有符合筛选条件的内容。')
    await page.locator('[data-clear]').click()
    expect(await seen(page, 'article').count()).toBe(10)
    expect(await seen(page, 'tr[data-target]').count()).toBe(6)
    expectQuiet(opened)
  })

  test('copies what is shown, and says so', async () => {
    const opened = await surfer.open(TEAM, { permissions: ['clipboard-read', 'clipboard-write'] })
    const { page } = opened
    await page.getByRole('button', { name: 'Copy nginx' }).first().click()
    const copied = String(await page.evaluate('navigator.clipboard.readText()'))
    expect(copied).toContain('hefa chain api.example.com > api.example.com.fullchain.pem\n')
    expect(copied).toContain('ssl_certificate     /etc/nginx/tls/api.example.com.fullchain.pem;\n')
    expect(copied).not.toMatch(/\p{Script=Han}/u)
    await page.getByText('Copied', { exact: true }).waitFor({ state: 'attached' })
    await inChinese(page)
    await page.getByText('Caddy', { exact: true }).first().click()
    await page.getByRole('button', { name: '复制 Caddy' }).first().click()
    const second = String(await page.evaluate('navigator.clipboard.readText()'))
    expect(second).toMatch(/^# 完整证书链/)
    expect(second).toContain('\napi.example.com {\n  tls /etc/caddy/tls/')
    expectQuiet(opened)
  })

  test('one choice of server counts for every finding', async () => {
    const { page } = await surfer.open(TEAM)
    await page.getByText('Apache', { exact: true }).first().click()
    expect(await page.locator('.choose-apache:checked').count()).toBe(
      await page.locator('.choose-apache').count(),
    )
  })

  test('changes its language, the title and the sentences of the rules too', async () => {
    const opened = await surfer.open(TEAM)
    const { page } = opened
    await inChinese(page)
    expect(await page.title()).toBe('hefa：不能发布')
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    const visible = String(await page.evaluate('document.querySelector("main").innerText'))
    expect(visible).toContain('缺少签发“api.example.com”的中间证书“R11”')
    expect(visible).not.toContain('which issued')
    expect(await seen(page, '.t[lang="en"]').count()).toBe(0)
    await button(page, 'English').click()
    expect(await seen(page, '.t[lang="zh-CN"]').count()).toBe(0)
    expect(await page.title()).toBe('hefa: Not fit for release')
    expectQuiet(opened)
  })

  test.each(['light', 'dark'] as const)(
    'begins in the %s theme of the system, and changes it',
    async (colorScheme) => {
      const { page } = await surfer.open(TEAM, { colorScheme })
      const paper = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
      const [light, dark] = ['rgb(250, 249, 246)', 'rgb(20, 22, 26)']
      const toggle = button(page, 'Dark')
      expect(await paper()).toBe(colorScheme === 'dark' ? dark : light)
      expect(await toggle.getAttribute('aria-pressed')).toBe(String(colorScheme === 'dark'))
      await toggle.click()
      expect(await paper()).toBe(colorScheme === 'dark' ? light : dark)
      expect(await toggle.getAttribute('aria-pressed')).toBe(String(colorScheme === 'light'))
    },
  )

  test('a link to a domain opens it', async () => {
    const { page } = await surfer.open(TEAM)
    expect(await page.locator('#t-2 .inside').isVisible()).toBe(false)
    await page.locator('.matrix a[href="#t-2"]').click()
    await page.locator('#t-2 .inside').waitFor({ state: 'visible' })
    expect(await page.locator('#t-2 .chain').textContent()).toContain('Expired on 2026-11-02')
  })

  test('orders the matrix and the domains by what is worst, and by cause', async () => {
    const { page } = await surfer.open(TEAM)
    const hosts = () => page.locator('#domains .domain h3').allTextContents()
    const shownRows = () => page.locator('.matrix tbody tr:visible')
    const listed = await hosts()
    const rows = await shownRows().count()
    await button(page, 'Worst first').click()
    const gravity = await shownRows().evaluateAll((all) => all.map((row) => Number(row.dataset.gravity)))
    expect(gravity).toEqual([...gravity].sort())
    await button(page, 'By cause').click()
    const groups = await page.locator('.matrix tr.group:visible').count()
    expect(groups).toBeGreaterThan(2)
    expect(await shownRows().count()).toBe(rows + groups)
    const causes = await page
      .locator('.matrix tbody tr[data-cause]')
      .evaluateAll((all) => all.map((row) => row.dataset.cause))
    expect(causes.filter((cause, at) => cause !== causes[at - 1])).toHaveLength(groups)
    await page.locator('#filter-text').fill('no such host')
    expect(await shownRows().count()).toBe(0)
    await button(page, 'Show everything').click()
    await button(page, 'As listed').click()
    expect(await hosts()).toEqual(listed)
    expect(await shownRows().count()).toBe(rows)
  })

  test('works by keyboard alone', async () => {
    const { page } = await surfer.open(TEAM)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className')).toBe('skip')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.locator('[data-weight="warning"]').focus()
    await page.keyboard.press('Space')
    expect(await seen(page, 'article').count()).toBe(3)
    await page.locator('[data-clear]').focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('filter-text')
    await page.locator('.choose-nginx').first().focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.locator('.choose-apache').first().isChecked()).toBe(true)
    await page.locator('#t-0 > summary').focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('#t-0 .inside').isVisible()).toBe(true)
  })

  test('on paper everything is open, light, and without buttons', async () => {
    const { page } = await surfer.open(TEAM, { colorScheme: 'dark' })
    await button(page, 'Dark').click()
    await button(page, 'Dark').click()
    await page.emulateMedia({ media: 'print' })
    // Asked from outside: the page's own policy forbids what waiting inside it would need.
    await expect.poll(() => page.locator('details:not([open])').count()).toBe(0)
    expect(await seen(page, 'button').count()).toBe(0)
    expect(await page.getByRole('search').isVisible()).toBe(false)
    expect(await page.locator('#t-0 .checks').isVisible()).toBe(true)
    expect(await page.locator('.panel.alibaba').first().isVisible()).toBe(true)
    const ink = await page.evaluate('getComputedStyle(document.body).color')
    expect(ink).toBe('rgb(28, 31, 36)')
    await page.emulateMedia({ media: 'screen' })
    await expect.poll(() => page.locator('details[open]').count()).toBe(0)
  })

  describe('hostile names', () => {
    test('stay text: nothing runs, nothing is asked for, nothing breaks out of its place', async () => {
      const opened = await surfer.open(HOSTILE_PAGE)
      const { page } = opened
      expect(await page.evaluate('window.pwned')).toBeUndefined()
      expect(
        await page.locator('main script, main img, base, iframe, [onerror], [onmouseover], [onload]').count(),
      ).toBe(0)
      const told = String(await page.locator('.matrix th a').textContent())
      expect(told).toContain('<script>window.pwned=1</script>')
      expect(told).toContain('\\u202egpj.exe')
      expect(told).not.toContain(HOSTILE.slice(HOSTILE.indexOf('\u202e'), HOSTILE.indexOf('\u202e') + 1))
      await button(page, 'Open all').click()
      expect(await page.locator('main section').count()).toBe(5)
      expectQuiet(opened)
    })

    test.each([360, 1440])('do not make the page scroll sideways at %i pixels', async (width) => {
      const { page } = await surfer.open(HOSTILE_PAGE, { viewport: { width, height: 800 } })
      await button(page, 'Open all').click()
      expect(await overflow(page)).toBe(0)
    })
  })

  describe.each(['en', 'zh'] as const)('everybody can use it: %s', (language) => {
    const variants = (['light', 'dark'] as const).flatMap((theme) =>
      [360, 1440].map((width) => ({ theme, width })),
    )
    test.each(variants)('$theme theme, $width pixels', async ({ theme, width }) => {
      const { page } = await surfer.open(TEAM, { colorScheme: theme, viewport: { width, height: 900 } })
      if (language === 'zh') await inChinese(page)
      await page.locator('[data-open="all"]').click()
      await page.evaluate(
        'document.querySelectorAll("article details").forEach((one) => { one.open = true })',
      )
      expect(await overflow(page)).toBe(0)
      expect(await faults(page)).toEqual([])
    })
  })
})

/** What axe-core finds against WCAG 2.2 AA and its own best practices. */
async function faults(page: Page): Promise<string[]> {
  // Through the debugger: the page's policy lets no other script in.
  await page.evaluate(`${await source()}; undefined`)
  const run = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => id + ' ' + html.slice(0, 160))))`
  return (await page.evaluate(run)) as string[]
}

let axe: string | undefined
async function source(): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  axe ??= await readFile(AXE, 'utf8')
  return axe
}
