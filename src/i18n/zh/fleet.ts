/** worker 与使用它们的命令所用的文字，中文。 */
import type { fleet as en } from '../en/fleet.js'

export const fleet: typeof en = {
  command: '在本机替别处探测：从队列领取目标，发回观察到的事实',
  flags: {
    queue: '队列的 redis:// 或 rediss://（TLS）地址（默认取 HEFA_QUEUE）',
    name: '本地点的名称，例如 cn-telecom-shanghai',
    concurrency: '同时探测的目标数（默认：32）',
    perDomain: '所有 worker 合计，同一可注册域名每秒探测的目标数（默认：5）',
    perAddress: '所有 worker 合计，同一地址每秒探测的目标数（默认：20）',
    allowPrivate: '也探测内网和本机地址；不加时拒绝连接这类地址',
    via: '由各地的 worker 探测：队列的 redis:// 或 rediss:// 地址（密码可放在 HEFA_QUEUE_PASSWORD）',
    wait: '一个目标等待某个地点的最长时间：90s、10m（默认：10m）',
  },
  badUrl: (option) => `${option}：不符合 redis[s]://[用户:密码@]主机[:端口][/库号]`,
  noQueue: '没有指定队列：请给出地址，或设置 HEFA_QUEUE',
  noVantage: '请给本地点命名：--vantage NAME',
  noLibrary: '多地探测需要 BullMQ 及其驱动，hefa 不自带：npm i bullmq ioredis',
  workersOwn: (option) => `${option} 由各 worker 自行决定：请用在 hefa worker 上`,
  waitAlone: (option) => `${option}：只能与 --via 同用`,
  unreachable: (queue, code) => `队列 ${queue} 无法使用：${code}`,
  nobody: (queue) => `${queue} 上没有运行中的 worker：请用 hefa worker 启动`,
  otherSchema: (id, vantage, version, schema, own) =>
    `${vantage} 的 worker ${id}（hefa ${version}）使用第 ${schema} 版事实格式，本程序是第 ${own} 版：请把两边升级到同一版本`,
  skewed: (id, vantage, version) =>
    `${vantage} 的 worker ${id}（hefa ${version}）使用另一版事实格式，不向它派发目标`,
  noWorkerYet: (vantage, wait) =>
    `${vantage} 没有运行中的 worker：若 ${wait}内仍没有，该地点的结果为无法确定`,
  lost: (queue) => `与 ${queue} 的连接已断开，正在重连`,
  back: (queue) => `与 ${queue} 的连接已恢复`,
  ready: (vantage, queue) => `${vantage}：在 ${queue} 等待目标`,
  notUnderstood: '丢弃了一个并非由 hefa 写入的任务（之后的不再提示）',
  failed: (code) => `任务失败：${code}`,
  looked: (host, why) => (why === null ? host : `${host}：${why}`),
}
