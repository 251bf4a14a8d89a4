import type { RuleText } from '../../../src/i18n/types.js'
import { few } from '../words/en.js'
import type rule from './rule.js'

const sides = (groups: { addresses: string[] }[], of: (at: number) => string) =>
  groups.map(({ addresses }, at) => `${few(addresses)}: ${of(at)}`).join('; ')

export default {
  title: 'All addresses behave the same',
  why: 'Phones may use any of the addresses. If one was forgotten at the last renewal, some requests fail some of the time.',
  howToFix:
    'One machine behind this name was forgotten when the certificate was renewed. Put the same files on all of them and reload each; a CDN needs some minutes.',
  pass: ({ addresses }) => `${addresses.length} addresses behave the same`,
  reasons: {
    'different-leaf': {
      message: ({ groups }, { subject }) =>
        `${subject} serves different certificates: ${sides(groups, (at) => `valid until ${groups[at]?.notAfter.slice(0, 10)}, SHA-256 ${groups[at]?.sha256.slice(0, 16)}…`)}.`,
      fix: () => 'Deploy the same certificate on every server behind the name, and reload them all.',
    },
    'different-chain': {
      message: ({ groups }, { subject }) =>
        `${subject} serves the same certificate with different chains: ${sides(groups, (at) => `${groups[at]?.certificates} certificates`)}.`,
      fix: () => 'Deploy the same full chain on every server behind the name.',
    },
    'different-versions': {
      message: ({ groups }, { subject }) =>
        `${subject} speaks different TLS versions: ${sides(groups, (at) => groups[at]?.versions.join(', ') || 'none')}.`,
      fix: () => 'Give every server behind the name the same TLS settings.',
    },
    dead: {
      message: ({ dead, living }, { subject }) =>
        `${subject}: ${few(dead)} refuses connections, ${few(living)} answers.`,
      fix: () => 'Start the server there, or remove the address from DNS.',
    },
  },
} satisfies RuleText<typeof rule>
