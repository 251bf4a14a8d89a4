/** Text shared by several rules about HTTP answers. */
import type { ReasonText } from '../../../src/i18n/types.js'

export const noAnswer: ReasonText<{ path: string; phase: string; cause: string }> = {
  message: ({ path, phase, cause }, { subject }) => `${subject}${path} 没有应答（${phase}：${cause}）。`,
  fix: () => '请重试；服务器较慢时请加大 --timeout。',
}

export const notHttp: ReasonText<{ path: string; problem: string; got: string }> = {
  message: ({ path, problem, got }, { subject }) =>
    problem === 'endless-head'
      ? `${subject}${path} 的响应头超过 64 kB。`
      : problem === 'length'
        ? `${subject}${path} 的 Content-Length 自相矛盾。`
        : `${subject}${path} 的应答不是 HTTP/1.1，收到的是：${got}`,
  fix: () => '请检查该端口上运行的程序，以及前面的网关返回了什么。',
}
