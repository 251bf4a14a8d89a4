/** A copy of this tree for experiments: with its installed packages, without build output. */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const NOT_COPIED = new Set(['node_modules', '.git', 'dist', '.cache'])

export function copyOf(root) {
  const copy = join(mkdtempSync(join(tmpdir(), 'hefa-copy-')), 'hefa')
  cpSync(root, copy, { recursive: true, filter: (path) => !NOT_COPIED.has(basename(path)) })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

export const removeCopy = (copy) => rmSync(join(copy, '..'), { recursive: true, force: true })

/** Runs programs in a copy; throws if one fails. */
export function programsIn(copy) {
  const run = (command, args, env = {}) =>
    execFileSync(command, args, { cwd: copy, stdio: 'inherit', env: { ...process.env, ...env } })
  const node = (program, args, env) =>
    run(process.execPath, [join(copy, 'node_modules', program), ...args], env)
  return {
    script: (...args) => run('npm', ['run', '--silent', ...args]),
    types: () => node('typescript/bin/tsc', ['--noEmit']),
    lint: (...paths) => node('@biomejs/biome/bin/biome', ['check', ...paths]),
    test: (what, env) => node('vitest/vitest.mjs', ['run', ...what], env),
  }
}
