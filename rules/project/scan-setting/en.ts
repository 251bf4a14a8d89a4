import type { SteeringFact } from '../../../src/facts/index.js'
import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

type Steered = { key: SteeringFact['key']; name: string; value: string; used: number }

function steered({ key, name, value, used }: Steered): string {
  switch (key) {
    case 'define':
      return `scan.define: ${name} is taken to be ${value}.`
    case 'clients':
      return `scan.clients: ${used} ${used === 1 ? 'call' : 'calls'} of ${name}, with ${value}.`
    case 'exclude':
      return `scan.exclude: ${used} ${used === 1 ? 'file' : 'files'} left out by ${name}.`
    case 'accept':
      return `scan.accept: ${used} ${used === 1 ? 'finding' : 'findings'} in ${name} accepted: ${value}.`
    case 'root':
      return `scan.root: only ${name} was scanned.`
    default:
      return `scan.mode: the values are those of the ${name} build.`
  }
}

export default {
  title: 'Scan settings take effect',
  why: '`scan` in the config changes what is found in the source: every report shows it, so that nothing is left out silently, and a part without effect is a warning, since it may be misspelled.',
  howToFix: 'Remove the part without effect, or write it as the report names it.',
  pass: () => 'the config has no scan settings',
  reasons: {
    'in-force': { message: (found) => steered(found), fix: () => 'See now and then that it still holds.' },
    unused: {
      message: ({ key, name }) => `scan.${key}: ${name} has no effect: nothing in the source matches it.`,
      fix: () => 'Take it out, or write it as the report names it.',
    },
  },
} satisfies RuleText<typeof rule>
