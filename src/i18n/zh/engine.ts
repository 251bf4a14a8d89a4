import type { Fault } from '../../engine/accept.js'
import type { EngineTexts } from '../engine-texts.js'

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

export const engine: EngineTexts = {
  notObserved: ({ phase, cause, address }, subject) =>
    `无法确定 ${subject}${address ? `（${address}）` : ''}：没有应答（${[phase, cause].filter(Boolean).join('：')}）。`,
  notApplicable: '没有可判断的内容',
  notDemanded: (reason, said) => `此处不要求（${reason}）：${said}`,
  ruleFailed: ({ rule, fault, detail }, subject) =>
    `无法确定 ${subject}：规则 ${rule} 无法正常工作，${FAULTS[fault](detail)}。`,
  unsaid: ({ rule, reason, part, failure }) =>
    part === 'fix'
      ? `（规则 ${rule} 对 "${reason}" 的建议无法生成：${failure}）`
      : `${rule}：${reason ?? '通过'}。（对应的文案 "${part}" 无法生成：${failure}）`,
}
