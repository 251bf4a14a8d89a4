// Parsers compared over scripts that others wrote: node bench/parsers.mjs PROJECTS PARSERS
// PROJECTS is a folder of projects, PARSERS one in which the parsers are installed:
//   npm install @babel/parser oxc-parser acorn acorn-jsx meriyah amaro sucrase ts-blank-space
// Every parser runs in a process of its own and reads the same files in the same order; what it keeps is dropped at once.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const [projects, parsers, only] = process.argv.slice(2)
if (!projects || !parsers) {
  console.error('usage: node bench/parsers.mjs PROJECTS PARSERS')
  process.exit(2)
}
const require = createRequire(join(resolve(parsers), 'package.json'))

const MOST_BYTES = 3_000_000
const SCRIPT = /\.(?:[cm]?js|jsx|[cm]?ts|tsx|uts|ets)$/
const LEFT_OUT = /^(?:node_modules|\..*)$/

/** @returns {string[]} */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (LEFT_OUT.test(entry.name)) return []
      if (entry.isDirectory() || entry.isSymbolicLink()) return filesIn(path)
      const isScript = entry.isFile() && SCRIPT.test(entry.name) && !/\.d\.[cm]?ts$/.test(entry.name)
      return isScript && statSync(path).size <= MOST_BYTES ? [path] : []
    })
}

const isTyped = (file) => /\.(?:[cm]?ts|tsx|uts|ets)$/.test(file)

/** Each gives a tree or throws; `packages` are what has to be installed for it. */
const CANDIDATES = {
  '@babel/parser, as it is used': {
    packages: ['@babel/parser'],
    load() {
      const { parse } = require('@babel/parser')
      const common = ['decorators', 'exportDefaultFrom', 'decoratorAutoAccessors']
      const options = {
        ...{ sourceType: 'unambiguous', errorRecovery: true, attachComment: false },
        ...{
          allowReturnOutsideFunction: true,
          allowAwaitOutsideFunction: true,
          allowUndeclaredExports: true,
        },
        ...{ allowSuperOutsideMethod: true, allowNewTargetOutsideFunction: true },
      }
      return (code, file) => {
        const jsx = file.endsWith('.ts') ? [] : ['jsx']
        const plugins = isTyped(file) ? [...common, 'typescript', ...jsx] : [...common, 'jsx']
        return parse(code, { ...options, plugins })
      }
    },
  },
  'oxc-parser': {
    packages: ['oxc-parser', '@oxc-parser', '@oxc-project'],
    load() {
      const { parseSync } = require('oxc-parser')
      return (code, file) => {
        const lang = file.endsWith('.ts') || /ts$/.test(file) ? (file.endsWith('.tsx') ? 'tsx' : 'ts') : 'jsx'
        const { program, errors } = parseSync(file, code, { lang, sourceType: 'unambiguous' })
        if (program.body.length === 0 && errors.length > 0) throw new Error(errors[0].message)
        return program
      }
    },
  },
  'acorn with acorn-jsx, types stripped by amaro': {
    packages: ['acorn', 'acorn-jsx', 'amaro'],
    load() {
      const parser = require('acorn').Parser.extend(require('acorn-jsx')())
      const { transformSync } = require('amaro')
      return (code, file) => {
        const plain = isTyped(file) ? transformSync(code, { mode: 'strip-only' }).code : code
        const options = { ecmaVersion: 'latest', allowReturnOutsideFunction: true, allowHashBang: true }
        try {
          return parser.parse(plain, { ...options, sourceType: 'module' })
        } catch {
          return parser.parse(plain, { ...options, sourceType: 'script' })
        }
      }
    },
  },
  'meriyah, types stripped by amaro': {
    packages: ['meriyah', 'amaro'],
    load() {
      const { parse } = require('meriyah')
      const { transformSync } = require('amaro')
      return (code, file) => {
        const plain = isTyped(file) ? transformSync(code, { mode: 'strip-only' }).code : code
        const options = { next: true, webcompat: true, jsx: true, ranges: true, globalReturn: true }
        try {
          return parse(plain, { ...options, sourceType: 'module', globalReturn: false })
        } catch {
          return parse(plain, { ...options, sourceType: 'script' })
        }
      }
    },
  },
  'meriyah, types stripped by sucrase': {
    packages: ['meriyah', 'sucrase'],
    load() {
      const { parse } = require('meriyah')
      const { transform } = require('sucrase')
      const strip = (code, file) =>
        transform(code, {
          transforms: ['typescript', ...(file.endsWith('.ts') ? [] : ['jsx'])],
          disableESTransforms: true,
        }).code
      return (code, file) => {
        const plain = isTyped(file) ? strip(code, file) : code
        const options = { next: true, webcompat: true, jsx: true, ranges: true }
        try {
          return parse(plain, { ...options, sourceType: 'module' })
        } catch {
          return parse(plain, { ...options, sourceType: 'script', globalReturn: true })
        }
      }
    },
  },
}

function measure(name) {
  const parse = CANDIDATES[name].load()
  const files = filesIn(projects).map((file) => ({ file, code: readFileSync(file, 'utf8') }))
  const before = process.cpuUsage()
  const start = performance.now()
  const failed = { js: 0, ts: 0 }
  const count = { js: 0, ts: 0 }
  let units = 0
  for (const { file, code } of files) {
    const kind = isTyped(file) ? 'ts' : 'js'
    count[kind]++
    units += code.length
    try {
      parse(code, file)
    } catch {
      failed[kind]++
    }
  }
  const { user, system } = process.cpuUsage(before)
  const wall = performance.now() - start
  console.log(
    JSON.stringify({
      units,
      count,
      failed,
      wall,
      cpu: (user + system) / 1000,
      rss: process.resourceUsage().maxRSS / 1024,
    }),
  )
}

function sizeOf(path) {
  if (!existsSync(path)) return 0
  const found = statSync(path)
  if (!found.isDirectory()) return found.size
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
}

if (only) measure(only)
else {
  console.log(
    '| parser | installed | wall | CPU | MB/s | scripts not understood | typed ones not understood | memory |',
  )
  console.log('| --- | --: | --: | --: | --: | --: | --: | --: |')
  for (const [name, { packages }] of Object.entries(CANDIDATES)) {
    const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), projects, parsers, name], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    })
    if (child.status !== 0) {
      console.log(
        `| ${name} | | did not run: ${child.stderr.split('\n').find((line) => /Error/.test(line)) ?? child.status} |`,
      )
      continue
    }
    const { units, count, failed, wall, cpu, rss } = JSON.parse(child.stdout)
    const installed = packages.reduce((sum, one) => sum + sizeOf(join(parsers, 'node_modules', one)), 0)
    const cells = [
      ...[
        name,
        `${(installed / 1e6).toFixed(1)} MB`,
        `${(wall / 1000).toFixed(1)} s`,
        `${(cpu / 1000).toFixed(1)} s`,
      ],
      ...[
        (units / 1e6 / (cpu / 1000)).toFixed(1),
        `${failed.js} of ${count.js}`,
        `${failed.ts} of ${count.ts}`,
      ],
      `${rss.toFixed(0)} MB`,
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
}
