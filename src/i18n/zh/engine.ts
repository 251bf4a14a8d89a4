import type { Fault } from '../../engine/accept/findings.js'
import type { Expected } from '../../engine/accept/problem.js'
import type { Unpublished } from '../../engine/rule.js'
import { platformName } from '../../platforms/index.js'
import { type EngineTexts, isUnasked } from '../engine-texts.js'
import { fewOf } from '../few.js'

const FAULTS: Record<Fault, (detail: string) => string> = {
  threw: (detail) => `运行时抛出错误（${detail}）`,
  'no-list': (detail) => `返回的不是结果列表（${detail}）`,
  'empty-list': () => '返回了空列表',
  'too-many': (detail) => `返回了 ${detail} 条结果，过多`,
  'no-finding': (detail) => `有一条结果不是对象（${detail}）`,
  unreadable: (detail) => `返回值无法读取（${detail}）`,
  'unknown-status': (detail) =>
    `有一条结果的 status 不是 "pass"、"fail"、"unknown"、"not-applicable" 之一（${detail}）`,
  'unknown-reason': (detail) => `有一条结果的 reason 未在规则中声明（${detail}）`,
  'wrong-status': (detail) => `有一条结果的 reason 与规则声明的 status 不符（${detail}）`,
  'no-evidence': (detail) => `有一条结果没有 evidence（${detail}）`,
  'large-evidence': (detail) => `有一条结果的 evidence 过大（${detail}）`,
  'strange-evidence': (detail) => `有一条结果的 evidence 不是纯 JSON（${detail}）`,
  'no-clause': (detail) => `没有给出原因 "${detail}" 在该平台上的级别`,
}

const EXPECTED: Record<Expected, (choices: string) => string> = {
  object: () => '应为对象',
  function: () => '应为函数',
  text: () => '应为非空文本',
  id: () => '应为 id，例如 "company/tls"',
  day: () => '应为日期，例如 "2026-11-20"',
  json: () => '应为纯 JSON',
  list: (choices) => (choices ? `应为由 ${choices} 组成的列表` : '应为列表'),
  choice: (choices) => `应为 ${choices} 之一`,
  key: (choices) => `没有这个键；可用的有 ${choices || '（无）'}`,
  levels: (choices) => `应为 ${choices} 之一，或按原因逐一给出级别的对象`,
  'level-of-reason': (choices) => `每个原因都要给出 ${choices} 之一`,
  platform: (choices) => `${choices} 中没有这样的平台`,
}

const GOT: Readonly<Record<string, string>> = {
  nothing: '空',
  'a list': '列表',
  object: '对象',
  function: '函数',
}

const fewPlaces = fewOf('、', (n) => ` 等，另有 ${n} 个`)

const UNPUBLISHED: Record<Unpublished, (names: string, subject: string) => string> = {
  roots: (names, subject) =>
    `无法判断：${names} 信任哪些根证书没有公开的列表，${subject} 的证书在那里是否受信任，只能用真机确认。`,
  clients: (names, subject) =>
    `无法判断：${names} 使用哪个 TLS 库、会拒绝什么，没有公开资料，能否连上 ${subject} 只能用真机确认。`,
  lists: (names, subject) =>
    `无法判断：${names} 是否只允许请求列表中的域名、对列表中的域名有什么要求，官方文档没有说明，${subject} 能否使用只能在其后台和真机上确认。`,
}

export const engine: EngineTexts = {
  notObserved: ({ phase, cause, address }, subject) => {
    const where = `无法确定 ${subject}${address ? `（${address}）` : ''}`
    if (isUnasked(cause)) return `${where}：没有探测（${phase}），可能是运行提前结束。`
    return `${where}：没有应答（${[phase, cause].filter(Boolean).join('：')}）。`
  },
  notKnown: (what, platforms, subject) => {
    return UNPUBLISHED[what](platforms.map((id) => platformName(id, 'zh')).join('、'), subject)
  },
  inBaseline: '已知问题：记录在基线中',
  notApplicable: '没有可判断的内容',
  notDemanded: (reason, said) => `此处不计（${reason}）：${said}`,
  seenFrom: (vantages, said) => `从 ${fewPlaces(vantages)} 看：${said}`,
  followsFrom: (rule) => `由 ${rule} 引起`,
  ruleFailed: ({ rule, fault, detail }, subject) =>
    `无法确定 ${subject}：规则 ${rule} 无法正常工作，${FAULTS[fault](detail)}。`,
  unsaid: ({ rule, reason, part, failure }) =>
    part === 'fix'
      ? `（规则 ${rule} 对 "${reason}" 的建议无法生成：${failure}）`
      : `${rule}：${reason ?? '通过'}。（对应的文案 "${part}" 无法生成：${failure}）`,
  ruleProblem: ({ at, expected, choices = [], got }) =>
    `${at === '' ? '' : `${at}：`}${EXPECTED[expected](choices.join('、'))}，实际是 ${GOT[got] ?? got}`,
  noRules: '没有导出任何规则（见 PluginRule）',
  unknown: {
    subjects: {
      target: 'DNS 没有应答，或所判断的事实中缺少本规则需要的内容',
      endpoint: 'DNS 或某个地址没有应答，或没有向该地址发送本规则需要的 ClientHello（每个地址单独判断）',
      chain: 'DNS 或某个地址没有应答，证书链没有完整收到，或无法解析影响结论的某张证书',
      http: '未能建立 HTTP 连接，或没有尝试',
    },
    always: '规则本身出错（无论其级别，一律按错误级处理）',
  },
}
