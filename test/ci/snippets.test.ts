/** What docs/ci.md and action.yml tell people to run is run, with a local program in npx's place. */
import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { startServer } from '../../src/demo/index.js'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/ci.md'), 'utf8')
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'hefa-ci-'))
let closed: Awaited<ReturnType<typeof startServer>>

/** Fenced blocks of one language below a heading. */
function snippet(heading: string, language: string): string {
  const part = page.split(/^## /m).find((text) => text.startsWith(heading)) ?? ''
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(part)?.[1] ?? ''
}

beforeAll(async () => {
  closed = await startServer({ kind: 'closed' })
  // The config's one domain refuses connections, so every gate ends with 1.
  writeFileSync(
    join(folder, 'hefa.config.json'),
    JSON.stringify({ domains: { request: [`https://api.shop.example:${closed.port}`] } }),
  )
  const resolve = `api.shop.example:${closed.port}:127.0.0.1`
  writeFileSync(
    join(folder, 'npx'),
    `#!/bin/sh
while [ "\${1#-}" != "$1" ]; do shift; done
case "$1" in hefa|hefa@*) shift ;; *) echo "npx: what is $1?" >&2; exit 9 ;; esac
command=$1; shift
if [ "$command" != scan ]; then set -- --resolve ${resolve} "$@"; fi
exec "${process.execPath}" "${join(root, 'bin/hefa.js')}" "$command" "$@"
`,
  )
  chmodSync(join(folder, 'npx'), 0o755)
})
afterAll(async () => {
  await closed.close()
  rmSync(folder, { recursive: true, force: true })
})

async function shell(
  script: string,
  env: Record<string, string> = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const path = [folder, process.env.PATH].join(delimiter)
  const options = { cwd: folder, env: { PATH: path, HOME: folder, LANG: 'C', ...env } }
  try {
    return { code: 0, ...(await run('bash', ['-e', '-o', 'pipefail', '-c', script], options)) }
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string }
  }
}

const made = (name: string) => readFileSync(join(folder, name), 'utf8')

test('the GitHub workflow names steps and inputs that exist', () => {
  const workflow = parse(snippet('GitHub Actions', 'yaml'))
  const step = workflow.jobs.hefa.steps.find(({ id }: { id?: string }) => id === 'hefa')
  expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step.with)))
  expect(Object.keys(action.outputs)).toContain('sarif')
})

describe('action.yml', () => {
  const [step] = action.runs.steps
  const inputs = (given: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(step.env as Record<string, string>).map(([name, expression]) => {
        const input = /inputs\.([a-z-]+)/.exec(expression)?.[1]
        return [name, input === undefined ? root : (given[input] ?? action.inputs[input].default)]
      }),
    )
  let runs = 0

  /** As GitHub runs the step; `told` is what it hands on. */
  async function act(given: Record<string, string>) {
    runs += 1
    const [summary, output] = [join(folder, `summary-${runs}.md`), join(folder, `output-${runs}`)]
    writeFileSync(summary, '')
    const env = { GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output, GITHUB_WORKSPACE: folder }
    const place = join(folder, given['working-directory'] ?? '.')
    const ran = await shell(`cd ${place}\n${step.run}`, { ...inputs(given), ...env })
    const told = existsSync(output) ? readFileSync(output, 'utf8') : ''
    return { ...ran, told, summary: readFileSync(summary, 'utf8') }
  }

  test('every input is used, and every expression names one', () => {
    const used = JSON.stringify(step).match(/inputs\.([a-z-]+)/g) ?? []
    expect(new Set(used.map((one) => one.slice(7)))).toEqual(new Set(Object.keys(action.inputs)))
  })

  test('annotates, summarises, leaves SARIF and passes the exit status on', async () => {
    const { code, stdout, summary, told } = await act({})
    expect(code).toBe(1)
    expect(stdout).toMatch(/^::error /m)
    expect(summary).toContain('tls/reachable')
    expect(told).toContain('status=1\nsarif=./hefa.sarif\n')
    expect(JSON.parse(made('hefa.sarif')).version).toBe('2.1.0')
  })

  test('a wrong config is annotated at its lines, and what exists is handed on', async () => {
    mkdirSync(join(folder, 'wrong'))
    writeFileSync(join(folder, 'wrong/hefa.config.json'), '{\n"domain": {} }')
    const { code, stdout, told } = await act({ 'working-directory': 'wrong' })
    expect(code).toBe(2)
    expect(stdout).toMatch(/^::error file=wrong\/hefa\.config\.json,line=2,col=1,/m)
    expect(told).toBe('status=2\nsarif=wrong/hefa.sarif\n')
    expect(made('wrong/hefa.sarif')).toContain('"uri": "wrong/hefa.config.json"')
  })

  test('where nothing was written, nothing is handed on', async () => {
    const { code, told } = await act({ config: 'hefa.config.json', args: '--no-such-flag' })
    expect(code).toBe(2)
    expect(told).toBe('status=2\n')
  })

  test('scans the source too, and annotates it', async () => {
    mkdirSync(join(folder, 'mini'))
    writeFileSync(join(folder, 'mini/app.json'), '{"pages":["a"]}')
    writeFileSync(join(folder, 'mini/a.js'), "wx.request({ url: 'https://new.example.com' })\n")
    for (const command of ['check', 'scan']) {
      const { stdout } = await act({ command, scan: 'mini', sarif: '' })
      expect(stdout).toMatch(/^::error file=mini\/a\.js,line=1,col=\d+,title=project\/unlisted-domain/m)
    }
  })

  test('audits what its arguments name, one per line', async () => {
    const args = `api.shop.example:${closed.port}\n--timeout\n2`
    const { stdout } = await act({ command: 'audit', args, sarif: '' })
    expect(stdout).toContain('title=tls/reachable')
  })

  test('speaks the language and judges for the platform it was given', async () => {
    const { stdout } = await act({ lang: 'zh', platform: 'wechat-ios', sarif: '' })
    expect(stdout).toMatch(/[\u4e00-\u9fff]/)
    expect(stdout).not.toContain('wechat-android')
  })

  test('other commands are none', async () => {
    expect(await act({ command: 'demo; id' })).toMatchObject({ code: 2, told: '' })
  })
})

test('GitLab CI leaves its three reports', async () => {
  const { domains } = parse(snippet('GitLab CI', 'yaml'))
  const { code } = await shell(domains.script.join('\n'))
  expect(code).toBe(1)
  const { reports, paths } = domains.artifacts
  expect(made(reports.junit)).toContain('<testsuites')
  expect(JSON.parse(made(reports.codequality)).length).toBeGreaterThan(0)
  expect(made(paths[0])).toContain('<!doctype html>')
})

test('Jenkins leaves JUnit and the page', async () => {
  const command = /sh '([^']+)'/.exec(snippet('Jenkins', 'groovy'))?.[1] ?? ''
  rmSync(join(folder, 'hefa-junit.xml'), { force: true })
  expect((await shell(command)).code).toBe(1)
  expect(existsSync(join(folder, 'hefa-junit.xml'))).toBe(true)
})

test('the source is annotated beside the servers', async () => {
  mkdirSync(join(folder, 'pages'), { recursive: true })
  writeFileSync(join(folder, 'app.json'), '{"pages":["pages/a"]}')
  writeFileSync(join(folder, 'pages/a.js'), "wx.request({ url: 'https://new.example.com' })\n")
  const { code, stdout } = await shell(snippet('The source too', 'sh'))
  expect(code).toBe(1)
  expect(stdout).toMatch(/^::error file=pages\/a\.js,line=1,/m)
  expect(stdout).toContain('title=tls/reachable')
  expect(made('hefa.sarif')).toContain('"uri": "pages/a.js"')
})

test('Gitee Go speaks Chinese', async () => {
  const [stage] = parse(snippet('Gitee Go', 'yaml')).stages
  const { code, stdout } = await shell(stage.steps[0].commands.join('\n'))
  expect(code).toBe(1)
  expect(stdout).toMatch(/[\u4e00-\u9fff]/)
})

test('cron writes what Prometheus reads, under the names its alert uses', async () => {
  const script = snippet('cron and node_exporter', 'sh')
    .replaceAll('/etc/hefa', folder)
    .replaceAll('/var/lib/node_exporter/textfile', folder)
  expect((await shell(script)).code).toBe(1)
  const metric = /expr: ([a-z_]+)/.exec(snippet('cron and node_exporter', 'yaml'))?.[1]
  expect(metric).toBeTruthy()
  expect(made('hefa.prom')).toMatch(/^# TYPE hefa_verdict gauge$/m)
})
