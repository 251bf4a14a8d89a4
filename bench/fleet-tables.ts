/** The figures of `npm run bench:fleet` as tables, and what they mean for a large fleet. */

export interface Run {
  targets: number
  workers: number
  lines: number
  seconds: number
  /** Processor time a target: of all workers, of whoever asks and judges, of Redis. */
  workerMs: number
  producerMs: number
  redisMs: number
  /** The most of one process. */
  workerMb: number
  producerMb: number
  redisMb: number
  /** In and out of Redis, a target. */
  bytes: number
}

export interface Figures {
  byWorkers: Run[]
  byTargets: Run[]
  machine: string
}

type Language = 'en' | 'zh'

const WORDS = {
  en: {
    made: (machine: string) =>
      `Made by \`npm run bench:fleet\`: ${machine}. Workers, nginx, Redis and whoever asks share the machine with other work, so processor time says more than the clock.`,
    byWorkers: [
      'workers',
      'targets',
      'targets/s',
      'CPU of workers, ms a target',
      'of the asking side',
      'of Redis',
    ],
    byTargets: [
      'targets',
      'lines',
      'targets/s',
      'asking side, MB',
      'Redis, MB',
      'a worker, MB',
      'kB through Redis a target',
    ],
    paper: (places: number, targets: string) =>
      `${places} places × ${targets} targets, by these figures (a core does nothing else; a place has one worker of one core):`,
    rows: {
      looks: 'looks (target × place)',
      worker: 'one place, hours of one core',
      asking: 'asking side, hours of cores (`--shard I/N` shares it out)',
      askers: 'cores of the asking side so that the places do not wait for it',
      redis: 'Redis, hours of one core',
      traffic: 'through Redis, GB',
      memory: 'memory of a worker / the asking side / Redis, MB',
    },
    figure: ['', 'figure'],
  },
  zh: {
    made: (machine: string) =>
      `由 \`npm run bench:fleet\` 生成：${machine}。worker、nginx、Redis 和发起方与其他任务共用一台机器，因此 CPU 时间比时钟更可信。`,
    byWorkers: ['worker 数', '目标数', '目标/秒', 'worker 每目标 CPU 毫秒', '发起方', 'Redis'],
    byTargets: [
      '目标数',
      '输出行数',
      '目标/秒',
      '发起方 MB',
      'Redis MB',
      '单个 worker MB',
      '每目标经过 Redis 的 kB',
    ],
    paper: (places: number, targets: string) =>
      `按以上数字推算 ${places} 个地点 × ${targets} 个目标（每个地点一个 worker，独占一个核）：`,
    rows: {
      looks: '探测次数（目标 × 地点）',
      worker: '每个地点：单核小时数',
      asking: '发起方：核小时数（可用 `--shard I/N` 分摊）',
      askers: '发起方需要多少个核，各地点才不必等它',
      redis: 'Redis：单核小时数',
      traffic: '经过 Redis 的数据量，GB',
      memory: 'worker / 发起方 / Redis 的内存，MB',
    },
    figure: ['', '数值'],
  },
} as const

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [row(head), row(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(row)].join('\n')
const fixed = (value: number, digits = 0): string => value.toFixed(digits)

const [PLACES, TARGETS] = [50, 100_000]

export function tables({ byWorkers, byTargets, machine }: Figures, language: Language): string {
  const words = WORDS[language]
  const rate = ({ targets, seconds }: Run): string => fixed(targets / seconds, 1)
  return [
    words.made(machine),
    table(
      words.byWorkers,
      byWorkers.map((run) => [
        ...[run.workers, run.targets, rate(run)],
        ...[run.workerMs, run.producerMs, run.redisMs].map((ms) => fixed(ms, 1)),
      ]),
    ),
    table(
      words.byTargets,
      byTargets.map((run) => [
        ...[run.targets, run.lines, rate(run)],
        ...[run.producerMb, run.redisMb, run.workerMb, run.bytes / 1000].map((value) => fixed(value)),
      ]),
    ),
    words.paper(PLACES, TARGETS.toLocaleString('en')),
    table(words.figure, paper(byTargets.at(-1) ?? byWorkers[0], words.rows)),
  ].join('\n\n')
}

/** Fifty places, a hundred thousand targets. */
function paper(run: Run | undefined, rows: (typeof WORDS)['en' | 'zh']['rows']): (string | number)[][] {
  if (!run) return []
  const looks = PLACES * TARGETS
  const hours = (ms: number): number => ms / 3_600_000
  const place = hours(run.workerMs * TARGETS)
  const asking = hours(run.producerMs * looks)
  return [
    [rows.looks, looks.toLocaleString('en')],
    [rows.worker, fixed(place, 1)],
    [rows.asking, fixed(asking, 1)],
    [rows.askers, Math.ceil(asking / place)],
    [rows.redis, fixed(hours(run.redisMs * looks), 1)],
    [rows.traffic, fixed((run.bytes * looks) / 1e9)],
    [rows.memory, [run.workerMb, run.producerMb, run.redisMb].map((mb) => fixed(mb)).join(' / ')],
  ]
}
