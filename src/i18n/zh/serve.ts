/** `hefa serve` 的文字，中文。 */
import type { serve as en } from '../en/serve.js'

export const serve: typeof en = {
  command: '供同事使用的网页，以及供 Prometheus 使用的 /probe 和 /metrics',
  flags: {
    listen: '监听的地址和端口（默认：127.0.0.1:9876）；非回环地址需要 HEFA_SERVE_TOKEN',
    allowHost: '访问本服务所用的域名；可重复使用',
  },
  listening: (url) => `正在监听 ${url}`,
  badListen: (value) => `--listen：“${value}”不是地址和端口，例如 127.0.0.1:9876 或 [::1]:9876`,
  badHost: (value) => `--allow-host：“${value}”不是主机名`,
  noToken: '他人可以访问的地址需要在 HEFA_SERVE_TOKEN 中设置不少于 16 个字符的令牌',
  cannotListen: (address, code) => `--listen：无法监听 ${address}：${code}`,
  page: {
    title: 'hefa',
    lead: '这些服务器在你的小程序所运行的每一台手机上都能用吗？',
    domains: '域名',
    domainsHelp: '每行一个：https://api.example.com、wss://ws.example.com:8443，或只写主机名。',
    files: '证书文件',
    filesHelp:
      '可选：准备为这些域名部署的 PEM、DER 或 PKCS #7 文件。将检查这些文件而不是服务器；不需要私钥，也不会读取私钥。',
    drop: '也可以拖到这里',
    platforms: '平台',
    start: '检查',
    waiting: '排队中……',
    running: '检查中……',
    progress: '{done} / {total}：{host}',
    failed: '无法检查：',
    noAnswer: '服务器不再应答。',
    other: 'English',
  },
  problem: {
    noDomain: '请至少填写一个域名。',
    tooMany: (most) => `一次最多填写 ${most} 个域名和文件。`,
    busy: '排队的检查过多，请一分钟后再试。',
    tooLarge: (megabytes) => `一次最多上传 ${megabytes} MB。`,
    badRequest: '无法理解这个请求。',
    crashed: 'hefa 处理时出错，运维人员可以看到原因。',
  },
}
