/**
 * Adds a family that does not exist to a copy of this tree, as one folder of data, and tests the copy: nothing else is
 * written by hand. `node scripts/imaginary-family.mjs` runs what a family can break, with `--all` the whole suite.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { copyOf, programsIn, removeCopy } from './copy.mjs'

const ID = 'lantern'

/** Path below `src/platforms` → text. */
const FAMILY = {
  'family.ts': `/** Lantern, which nobody has. */
import { HTTP_APIS } from '../shapes.js'
import type { FamilyData } from '../types.js'

export const lantern = {
  id: '${ID}',
  rank: 9,
  names: { en: 'Lantern', zh: '灯笼' },
  runtimes: { ios: { stacks: [] }, android: { stacks: [] }, harmonyos: { isExtra: true, stacks: [] } },
  lists: { apis: HTTP_APIS, per: 'api' },
  source: {
    objects: [{ path: 'lamp' }],
    targets: { 'uni-app': ['mp-lantern'], taro: ['lantern'] },
    conditional: ['MP-LANTERN'],
    project: { files: ['project.lantern.json'], roots: ['miniprogramRoot'], server: [], markup: '.lml' },
  },
} as const satisfies FamilyData
`,
  'quotations.ts': `/** What Lantern's page would say. */
import type { Document, QuotationIn } from '../demands/quotations/types.js'

export const DOCUMENTS = {
  'lantern-network': {
    title: 'Lantern · Network',
    url: 'https://lantern.example/network',
    readOn: '2026-11-27',
    language: 'en',
  },
} as const satisfies Record<string, Document>

export const QUOTATIONS = {
  'lantern.listed': { document: 'lantern-network', text: 'Only listed domains are reached.' },
} as const satisfies Record<string, QuotationIn<typeof DOCUMENTS>>
`,
  'clauses.ts': `/** What Lantern demands of every rule. */
import { nothingSaid } from '../demands/certificates.js'
import { perApiRows } from '../demands/per-api.js'
import { said, told } from '../demands/quotations/index.js'
import type { Rows } from '../demands/rows.js'

export const rows: Rows = {
  ...nothingSaid(said('lantern.listed')),
  ...perApiRows('${ID}', { listed: told('lantern.listed') }),
}
`,
}

/** A call of the family's own API, since every family has one among the scan's cases. */
const CASES = "lamp.request({ url: 'https://a.acme.cn/1' }) //= request lamp.request https://a.acme.cn/1\n"

const OF_FAMILIES = [
  'test/platforms',
  'test/scan/frameworks',
  'test/meta/families.test.ts',
  'test/meta/layers.test.ts',
  'test/meta/reasons.test.ts',
  'test/meta/rules.test.ts',
  'test/meta/quotations.test.ts',
  'test/config/schema.test.ts',
]

/** A copy of the tree at `root` that has the family; what is made from data is made again. */
export function copyWithFamily(root) {
  const copy = copyOf(root)
  const folder = join(copy, 'src/platforms', ID)
  mkdirSync(folder)
  for (const [file, text] of Object.entries(FAMILY)) writeFileSync(join(folder, file), text)
  writeFileSync(join(copy, 'test/scan/frameworks/cases', `${ID}.txt`), CASES)
  return copy
}

function tryOut(copy, what) {
  const { script, types, test } = programsIn(copy)
  script('docs')
  test(['test/meta/quotations.test.ts'], { HEFA_WRITE: '1' })
  types()
  test(what)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const copy = copyWithFamily(process.cwd())
  try {
    tryOut(copy, process.argv.includes('--all') ? [] : OF_FAMILIES)
  } finally {
    removeCopy(copy)
  }
}
