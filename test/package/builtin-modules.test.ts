/** The build's own step that keeps Node's modules from being imported as a whole. */
import { describe, expect, it } from 'vitest'
import { builtinModules } from '../../scripts/builtin-modules.mjs'

const made = (code: string) => builtinModules.renderChunk(code, { fileName: 'part.js' })
const asked = (name: string) => `globalThis.process.getBuiltinModule("node:${name}")`

describe('modules of Node in what is shipped', () => {
  it('are asked for what is used of them, after what is imported', () => {
    const code =
      'import net from"node:net";import*as os from"node:os";import{hash as digest,sign}from"node:crypto";import{a}from"./a.js";a(net)'
    expect(made(code)).toBe(
      `import{a}from"./a.js";const net=${asked('net')};const os=${asked('os')};const {hash:digest,sign}=${asked('crypto')};a(net)`,
    )
  })

  it('may be taken whole and in part by one import', () => {
    expect(made('import tls, { connect as open } from "node:tls";\nopen(tls)')).toBe(
      `const tls=${asked('tls')};const { connect:open }=${asked('tls')};open(tls)`,
    )
  })

  it('that are only loaded are left out, other modules stay', () => {
    expect(made('import"node:fs";import"./b.js";import chalk from"chalk";b()')).toBe(
      'import"./b.js";import chalk from"chalk";b()',
    )
  })

  it.each(['b();import net from"node:net";', 'export{connect}from"node:net";'])(
    'fail the build where they are imported otherwise: %s',
    (code) => {
      expect(() => made(code)).toThrow('part.js still imports')
    },
  )

  it.each(['{ default as net, connect }', '{ connect }, net'])(
    'fail the build where an import is not understood: %s',
    (names) => {
      expect(() => made(`import ${names} from"node:net";`)).toThrow('not understood')
    },
  )
})
