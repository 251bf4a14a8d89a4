/** Two reports → what changed. Instants, durations, languages and positions in files are not compared. */
import type { Report, Target } from '../../types.js'
import { hostLabel } from '../labels.js'
import { certificateChanges } from './certificates.js'
import { findingChanges, withoutEntry } from './findings.js'
import { leftOutOf, loweredIn } from './left-out.js'
import type { Direction, FindingChange, ReportDiff, Side, TargetDiff } from './types.js'
import { changesByPlace, vantagesChanged } from './vantages.js'
import { earned, verdictChanges } from './verdicts.js'

export function compareReports(before: Report, after: Report): ReportDiff {
  const [was, is] = [byKey(before), byKey(after)]
  const added = [...is].filter(([key]) => !was.has(key)).map(([, target]) => target)
  const removed = [...was].filter(([key]) => !is.has(key)).map(([, target]) => target)
  const vantages = vantagesChanged(before, after)
  const [beforeSide, afterSide] = [sideOf(before), sideOf(after)]
  const isLowered = loweredIn(beforeSide.leftOut, afterSide.leftOut)
  const targets = [...is].flatMap(([key, target]) => {
    const old = was.get(key)
    return old ? targetDiff(old, target, isLowered) : []
  })
  const config = findingChanges(before.config, after.config, isLowered)
  const found = [...config, ...targets.flatMap(({ findings }) => findings)]
  const diff: Omit<ReportDiff, 'exitCode'> = {
    schemaVersion: 1,
    before: beforeSide,
    after: afterSide,
    platforms: {
      added: after.platforms.filter((id) => !before.platforms.includes(id)),
      removed: before.platforms.filter((id) => !after.platforms.includes(id)),
    },
    vantages,
    verdicts: earned(verdictChanges(before.verdicts, after.verdicts), {
      findings: found,
      removed: removed.map(({ verdicts }) => verdicts),
      fewerPlaces: vantages.removed.length > 0,
    }),
    config,
    added: added.map((target) => ({
      target: hostLabel(target),
      verdicts: verdictChanges({}, target.verdicts),
      findings: findingChanges([], withoutEntry(target.results)),
    })),
    removed: removed.map(hostLabel),
    targets,
  }
  return { ...diff, exitCode: gotWorse(diff) ? 1 : 0 }
}

function sideOf(report: Report): Side {
  const { at, verdict, exitCode, tool, targets } = report
  return { at, verdict, exitCode, version: tool.version, targets: targets.length, leftOut: leftOutOf(report) }
}

const byKey = ({ targets }: Report): Map<string, Target> =>
  new Map(targets.map((target) => [`${target.scheme}://${target.host}:${target.port}`, target]))

function targetDiff(before: Target, after: Target, isLowered: (rule: string) => boolean): TargetDiff[] {
  const [was, is] = [before, after].map((one) => ({ ...one, results: withoutEntry(one.results) })) as [
    Target,
    Target,
  ]
  const found = changesByPlace(was, is, isLowered)
  const fewer = (before.vantages ?? []).some(
    ({ vantage }) => !after.vantages?.some((one) => one.vantage === vantage),
  )
  const diff: TargetDiff = {
    target: hostLabel(after),
    verdicts: earned(verdictChanges(before.verdicts, after.verdicts), {
      findings: found,
      removed: [],
      fewerPlaces: fewer,
    }),
    findings: found,
    ...certificateChanges(before, after),
  }
  return hasChanges(diff) ? [diff] : []
}

function hasChanges({ target: _, verdicts, findings, phones, ...rest }: TargetDiff): boolean {
  return verdicts.length + findings.length + phones.length + Object.keys(rest).length > 0
}

const worse = ({ direction }: { direction: Direction }) => direction === 'worse'
const newError = (finding: FindingChange) => worse(finding) && finding.after.level === 'error'

function gotWorse({ verdicts, config, added, targets }: Omit<ReportDiff, 'exitCode'>): boolean {
  return (
    verdicts.some(worse) ||
    config.some(newError) ||
    added.some((target) => target.verdicts.some(worse)) ||
    targets.some(
      (target) =>
        target.verdicts.some(worse) ||
        target.findings.some(newError) ||
        target.phones.some(worse) ||
        (target.names?.lost.length ?? 0) > 0,
    )
  )
}
