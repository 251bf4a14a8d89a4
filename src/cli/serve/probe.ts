/** `/probe?target=…` as blackbox_exporter answers it, and `/metrics` about the server itself. */

import { FORMATS } from '../../report/index.js'
import type { Report } from '../../types.js'
import { version } from '../../version.js'

function expiryGauge({ targets }: Report): string[] {
  const ends = targets.flatMap(({ certificate }) =>
    certificate ? [Date.parse((certificate.issuerEnds ?? certificate).notAfter)] : [],
  )
  const earliest = Math.min(...ends.filter((end) => !Number.isNaN(end)))
  if (!Number.isFinite(earliest)) return []
  const help = 'End of the first certificate to expire, as Unix time.'
  return [gauge('probe_ssl_earliest_cert_expiry', help, earliest / 1000)]
}

/** https://github.com/prometheus/blackbox_exporter: names that dashboards and alerts know. */
export async function probeText(report: Report, seconds: number): Promise<string> {
  const metrics = await FORMATS.openmetrics()
  const success = report.verdict === 'pass' || report.verdict === 'warn'
  return [
    gauge(
      'probe_success',
      'Whether every requirement is met on every platform that was chosen.',
      Number(success),
    ),
    gauge('probe_duration_seconds', 'How long the probe took.', seconds),
    ...expiryGauge(report),
    metrics(report, { language: 'en', color: false, width: 80, verbose: false }),
  ].join('')
}

export interface Counters {
  startedAt: number
  probes: number
  audits: number
  refused: number
  open: number
}

export function metricsText({ startedAt, probes, audits, refused, open }: Counters): string {
  return [
    `# TYPE hefa_build_info gauge\n# HELP hefa_build_info Version of hefa; always 1.\nhefa_build_info{version=${JSON.stringify(version())}} 1\n`,
    gauge('process_start_time_seconds', 'Start of the process, as Unix time.', startedAt / 1000),
    counter('hefa_probes', 'Probes answered.', probes),
    counter('hefa_audits', 'Audits asked for on the page.', audits),
    counter('hefa_refused', 'Requests refused: wrong host, origin or token.', refused),
    gauge('hefa_audits_open', 'Audits under way or waiting.', open),
    '# EOF\n',
  ].join('')
}

const gauge = (name: string, help: string, value: number): string =>
  `# TYPE ${name} gauge\n# HELP ${name} ${help}\n${name} ${value}\n`

const counter = (name: string, help: string, value: number): string =>
  `# TYPE ${name} counter\n# HELP ${name} ${help}\n${name}_total ${value}\n`

export const METRICS_TYPE = 'application/openmetrics-text; version=1.0.0; charset=utf-8'
