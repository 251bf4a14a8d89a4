/** What Debian's Chromium makes of each server, the root trusted in a database of its own. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { tool } from '../helpers/tools.js'
import type { Running } from './servers.js'
import { root } from './world.js'

export const CHROMIUM = tool('chromium')
export const CERTUTIL = tool('certutil')

/** By case: the error Chromium names, or null where the page loads. */
export type Said = Map<string, string | null>

const AT_ONCE = 6
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * 127.0.0.1'],
]

export async function askChromium(servers: readonly Running[]): Promise<{ version: string; said: Said }> {
  const home = mkdtempSync(join(tmpdir(), 'hefa-oracle-'))
  trustRoot(home)
  const env = { ...process.env, HOME: home } as Record<string, string>
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', headless: true, args: FLAGS, env })
  try {
    const said: Said = new Map()
    const context = await browser.newContext()
    const queue = [...servers]
    const work = async () => {
      for (let next = queue.shift(); next; next = queue.shift())
        said.set(next.one.id, await load(context, next))
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    return { version: browser.version(), said }
  } finally {
    await browser.close()
    rmSync(home, { recursive: true, force: true })
  }
}

function trustRoot(home: string): void {
  const folder = join(home, '.pki/nssdb')
  mkdirSync(folder, { recursive: true })
  const file = join(home, 'root.pem')
  writeFileSync(file, root.pem)
  const certutil = (...args: string[]) =>
    execFileSync(CERTUTIL ?? '', ['-d', `sql:${folder}`, ...args], { stdio: 'ignore' })
  certutil('-N', '--empty-password')
  certutil('-A', '-n', 'oracle', '-t', 'C,,', '-i', file)
}

async function load(context: BrowserContext, { one, port }: Running): Promise<string | null> {
  const page = await context.newPage()
  try {
    const url = `https://${one.host}:${port}/`
    const response = await page.goto(url, { waitUntil: 'commit', timeout: 10_000 })
    // What is wrong with a body shows only once it is read.
    await page.waitForLoadState('load', { timeout: 10_000 })
    return errorIn(response?.request().failure()?.errorText)
  } catch (error) {
    return errorIn(String(error))
  } finally {
    void page.close().catch(() => undefined)
  }
}

const errorIn = (text: string | undefined): string | null =>
  text === undefined ? null : (/net::(\w+)/.exec(text)?.[1] ?? text.slice(0, 200))
