/** Words of `hefa init`, Chinese. */
import type { init as en } from '../en/init.js'

export const init: typeof en = {
  flags: {
    output: '写入 FILE：.jsonc、.json、.yaml 或 .yml（默认：hefa.config.jsonc）',
    platform: '平台或平台系列，用逗号分隔（默认：wechat）',
    domain: '服务器域名：https 归 request，wss 归 connectSocket',
    api: (api) => `${api} 的服务器域名；可重复使用`,
    from: '从此文件读取域名：微信域名接口返回的 JSON，或一份配置',
    domainsPerApi: '微信：每个接口最多可配置的域名数（默认 20；开放平台接口最多 200 个）',
    yes: '不提问',
  },
  exists: (file) => `${file} 已存在，不会覆盖；可用 --output FILE 写入别的文件`,
  packageHas: 'package.json 中已有 "hefa" 配置；可用 --output FILE 写入别的文件',
  badEnding: (file) => `--output：${file} 的扩展名不是 .jsonc、.json、.yaml、.yml、.ts、.mts、.mjs 或 .js`,
  badDomain: (option, text) => `${option}：“${text}”不是域名`,
  cancelled: '没有写入任何内容',
  project: (signs) => `找到小程序项目（${signs}）`,
  searched: (domains, files) => `在 ${files} 个文件中找到 ${domains} 个域名`,
  cut: '并非全部文件都已读取：hefa scan . 会列出被跳过的文件',
  placeholder: (file) => `未给出域名：请替换 ${file} 中的示例`,
  next: (file) => `然后运行：hefa check${file}`,
  ask: {
    platforms: '平台（wechat、alipay、mpaas）',
    domains: (api) => `${api} 的域名，用空格分隔（- 表示没有）`,
    domainsPerApi: '微信后台每个接口最多可配置的域名数（20；通过开放平台接口配置的为 200）',
    again: (text) => `无法识别：${text}`,
  },
  comments: {
    head: ['小程序的服务器域名，与平台后台的配置一致。', 'hefa check 检查其中的每一个。'],
    platforms: 'wechat、alipay、mpaas，也可以是单个平台，例如 wechat-ios',
    domains: '与后台填写的完全一致：协议和主机名，有端口时写端口，不写路径',
    placeholder: '示例：请替换',
    found: '在源码中找到；请与后台的列表核对',
    madeFrom: '列表与后台核对之后，请删除这一行',
    leftOut: '以下地址不能作为服务器域名，没有写入：',
    missing: '以下各项未知，知道后即可确定调用的主机；已知的请去掉注释：',
    unread: '没有读取的文件，请自行查看：',
    undetermined: '无法确定域名的调用，请自行查看：',
    more: (n) => `另有 ${n} 处`,
    optional: '还可以设置（hefa rules 列出所有规则）：',
  },
}
