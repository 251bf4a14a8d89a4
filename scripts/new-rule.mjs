/**
 * Writes a working rule as a template: `npm run new:rule -- group/name`. It is hefa's own advice until a platform's page requires
 * it, so no family's table has to be changed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ID = /^[a-z][a-z0-9]*\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** File of the rule's folder → text. */
const filesOf = (id) => ({
  'rule.ts': `import { defineRule, evidence, fail, notApplicable, pass } from '../../../src/engine/rule.js'

/** To be written: what is judged. Subjects other than an entry of the list are \`Subjects\` in src/engine/rule.ts. */
export default defineRule({
  id: '${id}',
  subject: 'entry',
  needs: ['entry'],
  evidence: evidence<{ pass: { host: string }; retired: { host: string } }>(),
  reasons: { retired: 'fail' },
  judge({ entry: { host } }) {
    if (host === null) return [notApplicable]
    return [host.startsWith('retired.') ? fail('retired', { host }) : pass({ host })]
  },
})
`,
  'en.ts': `import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: 'To be written: what is required',
  why: 'To be written: what users see where it is not so, and on which phones.',
  howToFix: 'To be written: how it is fixed.',
  pass: ({ host }) => \`\${host} is in use\`,
  reasons: {
    retired: {
      message: ({ host }) => \`\${host} is retired.\`,
      fix: () => 'Remove it from the list.',
    },
  },
} satisfies RuleText<typeof rule>
`,
  'zh.ts': `import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

export default {
  title: '待写：要求是什么',
  why: '待写：不符合时，用户会在哪些手机上看到什么。',
  howToFix: '待写：如何修复。',
  pass: ({ host }) => \`\${host} 仍在使用\`,
  reasons: {
    retired: {
      message: ({ host }) => \`\${host} 已停用。\`,
      fix: () => '请从列表中删除它。',
    },
  },
} satisfies RuleText<typeof rule>
`,
  'advice.ts': `import type { Advice } from '../../../src/engine/rule.js'
import type rule from './rule.js'

/** No page of a platform demands it. A family that does has a row of its own in its clauses.ts. */
export default { level: 'info' } satisfies Advice<typeof rule>
`,
  'examples.ts': `import type { EvidenceOf } from '../../../src/engine/rule.js'
import type rule from './rule.js'

export default {
  pass: { host: 'api.acme.cn' },
  retired: { host: 'retired.acme.cn' },
} satisfies EvidenceOf<typeof rule>
`,
  'rule.test.ts': `import { expect, test } from 'vitest'
import { judgeEntry, words } from '../../../test/rules/domain/helpers.js'
import rule from './rule.js'

test.each([
  ['https://api.acme.cn', 'pass'],
  ['https://retired.acme.cn', 'retired'],
  ['https://notretired.acme.cn', 'pass'],
  ['https://', 'not-applicable'],
])('%s', async (text, expected) => {
  expect(words(await judgeEntry(rule, 'request', text))).toEqual([expected])
})
`,
})

/** What is wrong with the requested name; null if nothing is. */
function problemOf(id, folder) {
  if (id === undefined || !ID.test(id))
    return `expected group/name, in small letters and dashes; got ${id ?? 'nothing'}`
  return existsSync(folder) ? `rules/${id} is there already` : null
}

const [id] = process.argv.slice(2)
const folder = join(process.cwd(), 'rules', id ?? '')
const problem = problemOf(id, folder)
if (problem !== null) {
  console.error(`npm run new:rule -- group/name: ${problem}`)
  process.exitCode = 2
} else {
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of Object.entries(filesOf(id))) writeFileSync(join(folder, file), text)
  const { status } = spawnSync('npm', ['run', '--silent', 'docs'], { stdio: 'inherit' })
  if (status === 0)
    console.log(`rules/${id}: a rule that works. Write over what it judges and says, its test first.`)
  process.exitCode = status ?? 1
}
