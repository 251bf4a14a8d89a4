import type { RuleText } from '../../../src/i18n/types.js'
import { gotBy } from '../words/en.js'
import type rule from './rule.js'

export default {
  title: 'The server answers without a server name too',
  why: 'Phones always name the server (SNI). Gateways, health checks and old libraries may not; they get the default certificate. Only noted.',
  howToFix:
    'Nothing has to be done: every supported phone sends the name. To be safe, make the default virtual host serve the same certificate.',
  pass: () => 'the same certificate without a name',
  unknown: { 'no-answer': 'the hello without a name got no whole answer' },
  reasons: {
    'other-certificate': {
      message: ({ names }, { subject }) =>
        `${subject}: without a server name another certificate is sent${names.length > 0 ? ` (${names.join(', ')})` : ''}.`,
    },
    refused: {
      message: (got, { subject }) => `${subject}: without a server name the server ${gotBy(got)}.`,
    },
    'warning-alert': {
      message: ({ alert }, { subject }) =>
        `${subject} warns that it does not know the name (alert ${alert}) and goes on; some clients give up there.`,
      fix: () =>
        'Name the host in the server’s configuration (nginx: server_name, Tomcat: a host of that name).',
    },
    'no-answer': {
      message: ({ phase, cause }, { subject }) =>
        `${subject} gave no answer to a hello without a server name (${phase}: ${cause}).`,
    },
  },
} satisfies RuleText<typeof rule>
