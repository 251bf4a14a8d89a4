/**
 * Gauges for monitoring: valid as OpenMetrics 1.0 and as Prometheus' text format 0.0.4, which node_exporter's textfile
 * collector reads (no timestamps, no `info` type). HELP is the same in every language: the collector wants one text per
 * metric over all its files.
 */
import type { PlatformId, Report, Result, Target, Verdict } from '../types.js'
import type { ReportOptions } from './options.js'
import { visible } from './text.js'

type Labels = Readonly<Record<string, string | number>>
interface Metric {
  name: string
  help: string
  samples: { labels: Labels; value: number }[]
}

/** Ordered by weight, so that `max` over them is the worst. */
const GRAVITY: Readonly<Record<Verdict, number>> = { pass: 0, warn: 1, unknown: 2, fail: 3 }

const metric = (name: string, help: string, samples: Metric['samples']): Metric => ({ name, help, samples })

export function renderOpenMetrics(report: Report, { verbose }: Pick<ReportOptions, 'verbose'>): string {
  const metrics = [
    ...runMetrics(report),
    ...scopeMetrics(report),
    ...scanMetrics(report),
    durationMetric(report),
    ...certificateMetrics(report),
    ...addressMetrics(report),
    ...verdictMetrics(report),
    ...placeMetrics(report),
    ruleMetric(report, verbose),
  ]
  return `${metrics
    .filter(({ samples }) => samples.length > 0)
    .map(textOf)
    .join('')}# EOF\n`
}

function runMetrics({ tool, at, durationMs, exitCode, targets }: Report): Metric[] {
  const one = (name: string, help: string, value: number, labels: Labels = {}): Metric => ({
    ...{ name, help },
    samples: Number.isFinite(value) ? [{ labels, value }] : [],
  })
  return [
    one('hefa_build_info', 'Version of hefa that wrote this; always 1.', 1, { version: tool.version }),
    one('hefa_last_run_timestamp_seconds', 'Instant the verdicts hold for, as Unix time.', unixTime(at)),
    one('hefa_probe_duration_seconds', 'How long probing all targets took.', durationMs / 1000),
    one('hefa_exit_status', 'Exit status: 0 passed, 1 failed, 3 undetermined.', exitCode),
    one('hefa_targets', 'Targets audited.', targets.length),
  ]
}

/** What the verdicts are about. */
function scopeMetrics({ scope }: Report): Metric[] {
  const { servers, source, files, rulesOff, levelsLowered, parametersChanged, waived } = scope
  const { versionsNarrowed = [], notListed, notKnown = [] } = scope
  const looked = { servers, files, source: Number(source) }
  const rules = (name: string, help: string, ids: readonly string[]): Metric => ({
    ...{ name, help },
    samples: ids.map((rule) => ({ labels: { rule }, value: 1 })),
  })
  return [
    metric(
      'hefa_scope',
      'What was looked at: servers, certificate files, source.',
      Object.entries(looked).map(([part, value]) => ({ labels: { part }, value })),
    ),
    rules('hefa_rule_off', 'Rules that are switched off; always 1.', rulesOff),
    rules('hefa_rule_lowered', 'Rules with a lower level than the platforms have; always 1.', levelsLowered),
    rules(
      'hefa_rule_changed',
      'Rules with other numbers than the platforms have; always 1.',
      parametersChanged,
    ),
    {
      name: 'hefa_versions_narrowed',
      help: 'Systems whose versions before that one are not judged, or for warnings alone; always 1.',
      samples: versionsNarrowed.map(({ os, before, effect }) => ({
        labels: { os, before, effect },
        value: 1,
      })),
    },
    metric(
      'hefa_platform_not_known',
      'Platforms of which nobody publishes all that decides there; always 1.',
      notKnown.map((platform) => ({ labels: { platform }, value: 1 })),
    ),
    metric(
      'hefa_not_listed',
      'Findings about entries that count and have no series of their own.',
      notListed === undefined ? [] : [{ labels: {}, value: notListed }],
    ),
    { name: 'hefa_waived', help: 'Findings that are waived.', samples: [{ labels: {}, value: waived }] },
  ]
}

function scanMetrics({ scan }: Report): Metric[] {
  if (!scan) return []
  const { calls, filesRead, passedOver, omitted } = scan
  const states = { resolved: calls.resolved, undetermined: calls.undetermined }
  const files = { read: filesRead, passed_over: passedOver.length + omitted.passedOver }
  const samples = (values: Readonly<Record<string, number>>) =>
    Object.entries(values).map(([state, value]) => ({ labels: { state }, value }))
  return [
    { name: 'hefa_scan_calls', help: 'Network calls in the source scanned.', samples: samples(states) },
    { name: 'hefa_scan_files', help: 'Source files of the folder scanned.', samples: samples(files) },
  ]
}

function durationMetric({ targets }: Report): Metric {
  const samples = targets.flatMap((target) => {
    const { durationMs } = target
    return durationMs === undefined ? [] : [{ labels: labelsOf(target), value: durationMs / 1000 }]
  })
  return {
    name: 'hefa_target_probe_duration_seconds',
    help: 'How long probing a target took, waiting for its turn included.',
    samples,
  }
}

function certificateMetrics({ targets }: Report): Metric[] {
  const bound = (side: 'notBefore' | 'notAfter') =>
    targets.flatMap((target) => {
      const end = side === 'notAfter' ? target.certificate?.issuerEnds : undefined
      const value = unixTime((end ?? target.certificate)?.[side] ?? '')
      return Number.isFinite(value) ? [{ labels: labelsOf(target), value }] : []
    })
  return [
    metric(
      'hefa_certificate_not_before_seconds',
      'When the certificate begins to be valid, as Unix time.',
      bound('notBefore'),
    ),
    metric(
      'hefa_certificate_not_after_seconds',
      'When the certificate or its chain expires, whichever is first, as Unix time.',
      bound('notAfter'),
    ),
  ]
}

function addressMetrics({ targets }: Report): Metric[] {
  const samples = targets.flatMap((target) =>
    (target.addresses ?? []).flatMap(({ address, state }) =>
      state === 'answered' ? [] : [{ labels: { ...labelsOf(target), address, state }, value: 1 }],
    ),
  )
  return [{ name: 'hefa_address_unanswered', help: 'Addresses that gave no TLS answer; always 1.', samples }]
}

function verdictMetrics({ verdicts, targets }: Report): Metric[] {
  const values = (all: Report['verdicts'], labels: Labels) =>
    Object.entries(all).map(([platform, verdict]) => ({
      labels: { ...labels, platform },
      value: GRAVITY[verdict],
    }))
  return [
    metric(
      'hefa_platform_verdict',
      'Worst verdict of a platform: 0 pass, 1 warn, 2 unknown, 3 fail.',
      values(verdicts, {}),
    ),
    metric(
      'hefa_verdict',
      'Verdict of a platform on a target: 0 pass, 1 warn, 2 unknown, 3 fail.',
      targets.flatMap((target) => values(target.verdicts, labelsOf(target))),
    ),
  ]
}

/** What each place sees; the series above hold the worst of all. */
function placeMetrics({ targets }: Report): Metric[] {
  const views = targets.flatMap((target) =>
    (target.vantages ?? []).map((view) => ({ view, labels: { ...labelsOf(target), vantage: view.vantage } })),
  )
  return [
    metric(
      'hefa_vantage_looked',
      'Whether a place looked at a target: 1 it did, 0 it did not.',
      views.map(({ view, labels }) => ({ labels, value: Number(view.notLooked === undefined) })),
    ),
    {
      name: 'hefa_vantage_verdict',
      help: 'Verdict of a platform on a target as one place sees it: 0 pass, 1 warn, 2 unknown, 3 fail.',
      samples: views.flatMap(({ view, labels }) =>
        Object.entries(view.verdicts).map(([platform, verdict]) => ({
          labels: { ...labels, platform },
          value: GRAVITY[verdict],
        })),
      ),
    },
    {
      name: 'hefa_vantage_certificate_not_after_seconds',
      help: 'When the certificate that a place gets expires, as Unix time.',
      samples: views.flatMap(({ view, labels }) => {
        const value = unixTime(view.certificate?.notAfter ?? '')
        return Number.isFinite(value) ? [{ labels, value }] : []
      }),
    },
  ]
}

/** Only findings, and what was requested: a monitor keeps every series of every run. */
function ruleMetric({ config, targets }: Report, verbose: boolean): Metric {
  const told = ({ status, level, evidence }: Result) =>
    (FOUND.has(status) && (verbose || level !== 'info')) || (status === 'pass' && evidence?.asked === true)
  const nowhere = { host: '', port: '', scheme: '' }
  return {
    name: 'hefa_rule_status',
    help: 'Always 1; the labels status and level say what a rule found. Without a host: the config.',
    samples: [
      ...config.filter(told).flatMap((result) => statuses(result, nowhere)),
      ...targets.flatMap((target) =>
        target.results.filter(told).flatMap((result) => statuses(result, labelsOf(target))),
      ),
    ],
  }
}

const FOUND: ReadonlySet<Result['status']> = new Set(['fail', 'unknown', 'waived'])

function statuses({ rule, status, level, platforms }: Result, labels: Labels): Metric['samples'] {
  return platforms.map((platform: PlatformId) => ({
    labels: { ...labels, rule, platform, status, level },
    value: 1,
  }))
}

const labelsOf = ({ host, port, scheme }: Target): Labels => ({ host, port, scheme })

/** NaN for what isn't a date. */
const unixTime = (instant: string) => Date.parse(instant) / 1000

function textOf({ name, help, samples }: Metric): string {
  // Two series with the same labels make the collector refuse the whole file.
  const series = new Map<string, number>()
  for (const { labels, value } of samples) {
    const key = `${name}${labelText(labels)}`
    series.set(key, Math.max(value, series.get(key) ?? value))
  }
  const lines = [...series].map(([key, value]) => `${key} ${value}\n`)
  return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join('')}`
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(String(value))}"`)
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}

function escaped(value: string): string {
  return visible(value, 300).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}
