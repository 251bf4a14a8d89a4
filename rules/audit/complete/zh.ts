import type { NotLooked } from '../../../src/facts/index.js'
import type { RuleText } from '../../../src/i18n/types.js'
import { familyName } from '../../../src/platforms/index.js'
import { more } from '../words/zh.js'
import type rule from './rule.js'

const WHY_NOT: Record<NotLooked, string> = {
  'timed-out': '在限定时间内没有得到结果',
  'no-worker': '该地点没有运行中的 worker',
  inside: '该地点的 worker 拒绝探测内网地址',
  'worker-lost': '该地点的 worker 不止一次在给出结果之前中断',
  'worker-failed': '该地点的 worker 返回的不是有效的事实数据',
  'thread-lost': '负责探测的线程在给出结果之前中断',
  'cut-off': '轮到它之前运行已结束',
  missing: '保存的事实数据中没有该地点的内容',
}

const START = (vantage: string) => `在该地点启动 worker：hefa worker --vantage ${vantage}`
const LOOK_AGAIN: Record<NotLooked, (vantage: string) => string> = {
  'timed-out': () => '延长等待时间（--wait），或在该地点启动更多 worker。',
  'no-worker': START,
  inside: (vantage) => `如果确实要从 ${vantage} 探测内网地址：hefa worker --allow-private。`,
  'worker-lost': (vantage) => `查看 ${vantage} 的 worker 的标准错误输出，然后重新运行。`,
  'worker-failed': (vantage) => `把 ${vantage} 的 worker 升级到相同版本的 hefa，然后重新运行。`,
  'thread-lost': () => '请加上 --jobs 1 重新运行；若再次出现，请报告此问题。',
  'cut-off': () => '请重新运行，并留出更多时间。',
  missing: (vantage) => `请重新从 ${vantage} 检查；保存下来的事实文件请保持原样。`,
}

const OS_NAMES = { ios: 'iOS', android: 'Android' }

export default {
  title: '选定的内容全部检查过',
  why: '没有检查过的内容可能有问题：没有域名列表的平台、没有连接过的地址、没有可比对列表的源码。这些都不算通过。',
  pass: () => '没有遗漏',
  unknown: {
    'no-list': '所选平台没有域名列表',
    'not-read-for': '源码是为其他平台扫描的',
    'not-compared': '扫描了源码，但没有可对照的列表',
    'no-source': '扫描的目录中没有可读的源码',
    'no-result': '没有任何规则对某一项作出判断',
    'not-probed': '平台的列表中只有 udp 和 tcp 域名，这类域名不做探测',
    'no-rule': '所选平台的规则全部关闭',
    untold: '有检查留给了已关闭或降级的规则',
    'addresses-left': '域名的地址多于实际探测的数量',
    'facts-missing': '事实数据缺少每次探测都会留下的部分：被删改过，或当时没有全部探测',
    'shares-missing': '合并时缺少某个分片的报告',
    'results-missing': '合并的报告缺少某个目标的结果：被删改过',
    'not-looked': '本应探测该目标的地点没有探测',
    'no-such-os': '要判定的最低系统版本比已知的所有版本都新',
  },
  reasons: {
    'no-list': {
      message: ({ family }) => `要判定 ${family}，却没有给出它的域名列表：什么都没有检查。`,
      fix: ({ family }) =>
        `请在 "domains" 或 "${family}": { "domains": ... } 中写出它的域名；或从 "platforms" 中去掉 ${family}。`,
    },
    'not-read-for': {
      message: ({ family, folder }) =>
        `${folder} 中的源码是为其他平台扫描的：只用于${familyName(family, 'zh')}的代码没有读取。`,
      fix: ({ family }) => `请加上 --platform ${family} 重新扫描。`,
    },
    'not-compared': {
      message: ({ folder }) => `${folder} 中调用的域名没有与任何列表比对：平台是否放行这些调用，无法确定。`,
      fix: () => '请用 --config FILE 指定一份含平台后台域名列表的配置；hefa init 可以生成。',
    },
    'no-source': {
      message: ({ folder }) => `在 ${folder} 中没有读到任何源码：没有可比对的内容。`,
      fix: () => '请指定小程序所在的目录；可读的种类见 hefa scan --help。',
    },
    'no-result': {
      message: ({ entries, count }) => `对 ${more(entries, count)} 没有做出任何判定。`,
      fix: () => '请启用判定它的规则，或从列表中去掉这一项。',
    },
    'not-probed': {
      message: ({ entries, count }) =>
        `列表中只有 udp 和 tcp 域名（${more(entries, count)}），这类域名不做探测：是否有服务应答无从得知。`,
      fix: () => '请在手机上实测；--allow-unknown 可以接受无法检查的部分。',
    },
    'no-rule': {
      message: () => '该平台的规则全部被关闭：没有做出任何判定。',
      fix: () => '请在 "rules" 中重新启用规则，或去掉该平台。',
    },
    untold: {
      message: ({ rules, count }, { subject }) =>
        `${subject} 有 ${count} 项检查无法完成：原因应由 ${rules.join('、')} 报告，但其中的规则已被关闭或降级。`,
      fix: () => '请恢复该规则的设置；若要暂时放过这个问题，请为该域名写一条带原因和期限的豁免。',
    },
    'addresses-left': {
      message: ({ tried, known, left }, { subject }) =>
        `${subject} 有 ${known} 个地址，只检查了其中 ${tried} 个；没有检查 ${more(left, known - tried)}。`,
      fix: () => '其余地址请另行检查：--resolve HOST:PORT:ADDR[,ADDR]',
    },
    'facts-missing': {
      message: ({ lacking, count }, { subject }) =>
        `${subject} 的事实数据不完整：缺少 ${more(lacking, count)}，其中会显示什么无从得知。`,
      fix: () => '请重新检查该域名；保存下来的事实文件请保持原样。',
    },
    'shares-missing': {
      message: ({ shares, count, targets }) =>
        `缺少分片 ${more(shares, count)} 的报告：有 ${targets} 个目标没有检查。`,
      fix: ({ shares }) => `请重新运行缺少的分片（--shard ${shares[0]}），再合并全部报告。`,
    },
    'results-missing': {
      message: ({ rules, count }) =>
        count === 0 ? '报告里没有该目标的任何结果。' : `报告里没有该目标的 ${more(rules, count)} 的结果。`,
      fix: () => '请重新运行该分片；报告请保持原样。',
    },
    'not-looked': {
      message: ({ vantage, why }, { subject }) => `没有从 ${vantage} 探测 ${subject}：${WHY_NOT[why]}。`,
      fix: ({ vantage, why }) => LOOK_AGAIN[why](vantage),
    },
    'old-lists': {
      message: ({ readOn, days }) =>
        `此版本的根证书列表读取于 ${readOn}，距今 ${days} 天：手机此后增删的根证书不得而知。`,
      fix: () => '请升级到最新的 hefa。',
    },
    'outdated-lists': {
      message: ({ readOn, days }) =>
        `此版本的根证书列表读取于 ${readOn}，距今 ${days} 天：时间过久，不足以判断今天的手机。`,
      fix: () => '请升级到最新的 hefa。',
    },
    'no-such-os': {
      message: ({ os, version, newest }) =>
        `要判定的最低版本 ${OS_NAMES[os]} ${version} 尚无任何资料：已知的最新版本是 ${newest}。`,
      fix: ({ os }) => `请在 "supportedOs" 的 "${os}" 中写出用户所用的最低版本。`,
    },
  },
} satisfies RuleText<typeof rule>
