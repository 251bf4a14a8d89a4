import type { Fault } from '../../engine/accept/findings.js'
import type { Expected } from '../../engine/accept/problem.js'
import type { Unpublished } from '../../engine/rule.js'
import { platformName } from '../../platforms/index.js'
import { type EngineTexts, isUnasked } from '../engine-texts.js'
import { fewOf } from '../few.js'

const FAULTS: Record<Fault, (detail: string) => string> = {
  threw: (detail) => `it threw an error (${detail})`,
  'no-list': (detail) => `it returned no list of findings (${detail})`,
  'empty-list': () => 'it returned an empty list',
  'too-many': (detail) => `it returned ${detail} findings`,
  'no-finding': (detail) => `one of its findings is not an object (${detail})`,
  unreadable: (detail) => `what it returned cannot be read (${detail})`,
  'unknown-status': (detail) =>
    `the status of a finding is not one of "pass", "fail", "unknown" or "not-applicable" (${detail})`,
  'unknown-reason': (detail) => `the reason of a finding is not one that the rule declares (${detail})`,
  'wrong-status': (detail) => `the rule declares the reason of a finding for another status (${detail})`,
  'no-evidence': (detail) => `a finding comes without evidence (${detail})`,
  'large-evidence': (detail) => `the evidence of a finding is too large (${detail})`,
  'strange-evidence': (detail) => `the evidence of a finding is not plain JSON (${detail})`,
  'no-clause': (detail) => `no level is given for the reason "${detail}" on this platform`,
}

const EXPECTED: Record<Expected, (choices: string) => string> = {
  object: () => 'expected an object',
  function: () => 'expected a function',
  text: () => 'expected a string',
  id: () => 'expected an id such as "company/tls"',
  day: () => 'expected a date such as "2026-11-20"',
  json: () => 'expected plain JSON',
  list: (choices) => (choices ? `expected a list of ${choices}` : 'expected a list'),
  choice: (choices) => `expected one of ${choices}`,
  key: (choices) => `no such key; there are ${choices || 'none'}`,
  levels: (choices) => `expected one of ${choices}, or a map of one per reason`,
  'level-of-reason': (choices) => `every reason needs one of ${choices}`,
  platform: (choices) => `there is no such platform among ${choices}`,
}

const fewPlaces = fewOf(', ', (n) => ` and ${n} more`)

const UNPUBLISHED: Record<Unpublished, (names: string, subject: string) => string> = {
  roots: (names, subject) =>
    `Not known: the root certificates trusted on ${names}. No list is published, so only a real device shows whether the certificate of ${subject} is trusted there.`,
  clients: (names, subject) =>
    `Not known: the TLS library of ${names} and what it refuses. Nothing is published, so only a real device shows whether it connects to ${subject}.`,
  lists: (names, subject) =>
    `Not known: whether requests on ${names} are limited to listed domains, and what is required of a listed one. The documentation does not say, so only the console and a real device show whether ${subject} is accepted.`,
}

export const engine: EngineTexts = {
  notObserved: ({ phase, cause, address }, subject) => {
    const where = `Could not be determined for ${subject}${address ? ` at ${address}` : ''}`
    if (isUnasked(cause)) return `${where}: nothing was asked (${phase}); the run may have ended before.`
    return `${where}: no answer (${[phase, cause].filter(Boolean).join(': ')}).`
  },
  notKnown: (what, platforms, subject) => {
    return UNPUBLISHED[what](platforms.map((id) => platformName(id, 'en')).join(', '), subject)
  },
  inBaseline: 'known: it is in the baseline',
  notApplicable: 'nothing to judge',
  notDemanded: (reason, said) => `does not count here (${reason}): ${said}`,
  seenFrom: (vantages, said) => `From ${fewPlaces(vantages)}: ${said}`,
  followsFrom: (rule) => `follows from ${rule}`,
  ruleFailed: ({ rule, fault, detail }, subject) =>
    `Could not be determined for ${subject}: the rule ${rule} does not work, ${FAULTS[fault](detail)}.`,
  unsaid: ({ rule, reason, part, failure }) =>
    part === 'fix'
      ? `(The advice of ${rule} for "${reason}" could not be put into words: ${failure})`
      : `${rule}: ${reason ?? 'passed'}. (Its sentence "${part}" could not be made: ${failure})`,
  ruleProblem: ({ at, expected, choices = [], got }) =>
    `${at === '' ? '' : `${at}: `}${EXPECTED[expected](choices.join(', '))}, got ${got}`,
  noRules: 'exports no rules (see PluginRule)',
  unknown: {
    subjects: {
      target: 'DNS gave no answer, or the facts judged do not contain what the rule needs',
      endpoint:
        'DNS or an address gave no answer, or a hello the rule needs was not sent there (each address counts by itself)',
      chain:
        'DNS or an address gave no answer, its chain was not sent whole, or a certificate the verdict depends on could not be read',
      http: 'no HTTP connection was made, or none was tried',
    },
    always: 'the rule itself fails (at error level, whatever its own)',
  },
}
