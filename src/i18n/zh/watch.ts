/** `hefa watch` 的文字，中文。 */
import type { Verdict } from '../../types.js'
import type { watch as en } from '../en/watch.js'

const VERDICTS: Record<Verdict, string> = {
  pass: '可以发布',
  warn: '可以发布，但有警告',
  fail: '不能发布',
  unknown: '无法确定',
}

export const watch: typeof en = {
  title: (verdict) => `hefa：${VERDICTS[verdict]}`,
  own: '配置与源码',
  verdict: (target, before, after, platforms) =>
    `${target}：${before === null ? '' : `${VERDICTS[before]} → `}${VERDICTS[after]}（${platforms.join('、')}）`,
  renewal: (target, date, left) =>
    left < 0 ? `${target}：证书已于 ${date} 过期` : `${target}：证书将于 ${date} 过期，还剩 ${left} 天`,
  issuerEnds: (target, date, left) =>
    left < 0
      ? `${target}：证书链中的中间证书已于 ${date} 过期`
      : `${target}：证书链中的中间证书将于 ${date} 过期，还剩 ${left} 天`,
  renewed: (target, date) => `${target}：证书已更新，有效期至 ${date}`,
  configLost: '配置（或 --ca、--baseline 的文件）已无法使用：目前什么都没有检查',
  configBack: '配置及 --ca、--baseline 的文件恢复可用',
  more: (n) => `……另有 ${n} 项`,
  started: (every) => `每 ${every}检查一次，有变化时给出提示`,
  notSent: (channel, why) => `${channel} 未接受消息（${why}），稍后重试`,
  lost: (n) => `${n} 条消息未能送达，已丢弃`,
  perhapsSent: (channel, at) => `上次运行在向 ${channel} 发送 ${at} 的消息时中断，是否送达不得而知`,
  badState: '不是 hefa watch 的状态文件',
  noSecret: (channel, name) => `--notify ${channel}：环境变量 ${name} 未设置`,
  badUrl: (name) => `${name}：不是 https 地址，也不是本机的 http 地址`,
  why: {
    timeout: '超时无应答',
    unreachable: '无法连接',
    'too-large': '应答过大',
    status: (code) => `HTTP 状态码 ${code}`,
    answer: (code) => `错误码 ${code}`,
    exit: (code) => `退出状态 ${code}`,
  },
}
