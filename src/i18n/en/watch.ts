/** Words of `hefa watch`, English. */
import type { Verdict } from '../../types.js'

const VERDICTS: Record<Verdict, string> = {
  pass: 'fit for release',
  warn: 'fit for release, with warnings',
  fail: 'not fit for release',
  unknown: 'undetermined',
}
const days = (n: number) => `${n} day${n === 1 ? '' : 's'}`

export const watch = {
  title: (verdict: Verdict) => `hefa: ${VERDICTS[verdict]}`,
  own: 'the config and the source',
  verdict: (target: string, before: Verdict | null, after: Verdict, platforms: readonly string[]) =>
    `${target}: ${before === null ? '' : `${VERDICTS[before]} → `}${VERDICTS[after]} (${platforms.join(', ')})`,
  renewal: (target: string, date: string, left: number) =>
    left < 0
      ? `${target}: the certificate expired on ${date}`
      : `${target}: the certificate expires on ${date}, in ${days(left)}`,
  issuerEnds: (target: string, date: string, left: number) =>
    left < 0
      ? `${target}: an intermediate certificate expired on ${date}`
      : `${target}: an intermediate certificate expires on ${date}, in ${days(left)}`,
  renewed: (target: string, date: string) =>
    `${target}: the certificate was renewed, now valid until ${date}`,
  configLost:
    'the config, or a file of --ca or --baseline, cannot be used any more: nothing is being checked',
  configBack: 'the config and the files of --ca and --baseline can be used again',
  more: (n: number) => `… and ${n} more`,
  started: (every: string) => `checking every ${every}; changes are reported`,
  notSent: (channel: string, why: string) =>
    `${channel} did not take the message (${why}); it is tried again`,
  lost: (n: number) =>
    `${n} message${n === 1 ? '' : 's'} could not be delivered and ${n === 1 ? 'was' : 'were'} dropped`,
  perhapsSent: (channel: string, at: string) =>
    `the last run ended while it sent the message of ${at} to ${channel}: whether it arrived is not known`,
  badState: 'not a state file of hefa watch',
  noSecret: (channel: string, name: string) => `--notify ${channel}: the environment has no ${name}`,
  badUrl: (name: string) => `${name}: not an https address, or an http one of this machine`,
  why: {
    timeout: 'no answer in time',
    unreachable: 'no connection',
    'too-large': 'an endless answer',
    status: (code: number) => `HTTP status ${code}`,
    answer: (code: string) => `error ${code}`,
    exit: (code: number | string) => `exit status ${code}`,
  },
}
