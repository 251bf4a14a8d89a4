import type { RuleText } from '../../../src/i18n/types.js'
import { withRelease } from '../../../src/i18n/zh/domain-words.js'
import { noAnswer } from '../words/zh.js'
import type rule from './rule.js'

const WRONG = {
  unlisted: '该域名不在域名列表内',
  insecure: '该地址是明文 http',
  loop: '该地址已请求过，形成循环',
  nowhere: '该地址不是 https 地址',
  'not-followed': '本次没有跟随',
}

export default {
  title: '重定向不离开域名列表，使用 https，并且有终点',
  why: '重定向到其他域名会被视为请求那个域名：如果它不在列表内，即使最初的地址合法，请求也会失败。',
  howToFix: '直接请求最终地址，或把跳转到的主机加入同一接口的列表。',
  pass: ({ paths }) => `没有跳出列表的重定向（${paths.join('、')}）`,
  unknown: {
    'too-many': '没有跟随到跳转的终点',
    'not-followed': '没有跟随跳转',
    'no-answer': '跳转途中某一步没有应答',
  },
  reasons: {
    unlisted: {
      message: ({ from, to, apis }) => `${from} 重定向到 ${to}，${WRONG.unlisted}（${apis.join('、')}）。`,
      fix: ({ to }, about) =>
        withRelease(`请直接请求最终地址，或取消重定向，或把 ${to} 的域名加入列表。`, about),
    },
    insecure: {
      message: ({ from, to }) => `${from} 重定向到 ${to}，${WRONG.insecure}。`,
      fix: () => '请重定向到 https。如果 TLS 由网关终止，请把协议告诉后端程序（X-Forwarded-Proto）。',
    },
    loop: {
      message: ({ from, to }) => `${from} 重定向到 ${to}，${WRONG.loop}。`,
      fix: () => '请检查网关和程序的重定向规则；这里的请求与首次请求一样不带 cookie。',
    },
    nowhere: {
      message: ({ from, to }) =>
        to === ''
          ? `${from} 返回了重定向，却没有说明目标地址：客户端会原样返回，得不到数据。`
          : `${from} 重定向到“${to}”，${WRONG.nowhere}。`,
      fix: () => '请在 Location 中只给出一个完整的 https 地址或路径。',
    },
    'default-path': {
      message: ({ from, to, problem }) =>
        `${from} 返回重定向${to === '' ? '，却没有说明目标地址' : `到 ${to}，${WRONG[problem]}`}。许多服务器会把 / 指向网站；请在配置中写明小程序实际请求的路径。`,
    },
    'too-many': {
      message: ({ path, from, to }, { subject }) =>
        `${subject}${path} 重定向超过五次；最后看到的是从 ${from} 到 ${to}。`,
      fix: () => '请直接请求最终地址。',
    },
    'not-followed': {
      message: ({ from, to }) => `${from} 重定向到 ${to}：域名列表包含它，但本次没有跟随，没有看到它的应答。`,
      fix: () => '请直接请求最终地址，或把该主机加入配置，使它也被检查。',
    },
    'no-answer': noAnswer,
  },
} satisfies RuleText<typeof rule>
