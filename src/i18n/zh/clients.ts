import type { clients as english } from '../en/clients.js'

export const clients: typeof english = {
  title: '模拟客户端',
  verdicts: { connects: '可以连接', fails: '无法连接', unknown: '无法确定' },
  predicted: '* 由其他握手的应答推断，没有发送它自己的握手消息',
  derived: '~ 它的握手消息由源码和相邻版本推得，不是实录',
}
