/** Words of `hefa merge`, Chinese. */
import type { merge as en } from '../en/merge.js'

export const merge: typeof en = {
  command: '把一次运行的各个分片（--shard）的 JSON 报告合并成一份；不联网',
  reports: '各分片的报告（--format json），- 表示标准输入；缺少的分片按无法确定处理',
  allowUnknown: '没有失败但有无法确定的内容时退出状态为 0；缺少分片时除外',
  otherVersion: (theirs, own) => `报告由 hefa ${theirs} 生成，当前版本为 ${own}`,
  faults: {
    'no-share': (file) =>
      `${file}：不是一次运行的分片（--shard I/N）；多个地点的事实数据请用 hefa judge 一起判定`,
    'no-mark': (file, version) =>
      `${file}：hefa ${version} 没有记录它属于哪次运行；请用当前版本重新运行该分片`,
    'same-share': (one, other, share) => `${one} 和 ${other} 都是分片 ${share}`,
    'same-target': (one, other, target) =>
      one === other ? `${one} 中 ${target} 出现了两次` : `${one} 和 ${other} 都包含 ${target}`,
    'not-whole': (file, { share, found, expected }) =>
      `${file}：分片 ${share} 应有 ${expected} 个目标，实际只有 ${found} 个`,
    apart: ([one, other], [early, late]) =>
      `${one} 的时间是 ${early}，${other} 的时间是 ${late}：同一次运行的分片相差不会超过一天`,
    differs: ([one, other], place, [own, theirs]) =>
      place === 'scope.shard.whole'
        ? `${other} 与 ${one} 不属于同一次运行：域名、规则、--ca 或 --fetch 不同（${place}）`
        : `${other} 与 ${one} 不属于同一次运行：${place} 为 ${theirs || '无'}，而不是 ${own || '无'}`,
  },
}
