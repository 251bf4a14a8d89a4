/** `hefa pull` 的文字，中文。 */
import type { pull as en } from '../en/pull.js'

export const pull: typeof en = {
  command: '通过平台的服务端接口把域名列表取到配置中',
  flags: {
    check: '不做任何修改：后台与配置不一致时退出状态为 1',
    via: (names) => `使用此接口：${names}（默认第一个）`,
  },
  noToken: (name) => `环境变量 ${name} 未设置：其中应为接口调用凭证`,
  badBase: (name) => `${name}：不是 https 地址，也不是本机的 http 地址`,
  refused: (name, code, message) => `${name} 返回错误 ${code}${message === '' ? '' : `：${message}`}`,
  advice: {
    '40001': '凭证有误，或已被新的凭证取代。',
    '40014': '凭证有误。',
    '42001': '凭证已过期：请重新获取。',
    '48001': '此凭证无权调用该接口：请尝试 --via getwxadevinfo。',
    '61007': '小程序没有授予该接口所属的权限集（18）。',
  },
  status: (name, status) => `${name} 返回 HTTP 状态码 ${status}`,
  notAnswered: (name) => `${name} 没有应答`,
  notUnderstood: (name) => `${name} 返回的内容不是域名列表`,
  stdin: 'pull 会写入配置：请给出文件，而不是 -',
  noLists: (file) => `${file}：没有可写入这些列表的位置，请先写上 "domains": {}`,
  same: (count) => `后台与配置一致：共 ${count} 个域名。`,
  differ: '后台与配置不一致：',
  onlyConsole: '仅后台有',
  onlyConfig: '仅配置有',
  wrote: (file, count) => `已写入 ${file}：${count} 个域名`,
  unchanged: (file) => `${file} 已是最新`,
  more: (n) => `……另有 ${n} 项`,
}
