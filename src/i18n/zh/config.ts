/** Problems of a config, Chinese. */
import type { config as en } from '../en/config.js'
import { quote } from '../quote.js'

export const config: typeof en = {
  emptyFile: '配置文件是空的',
  tooLarge: (limit) => `配置文件超过 ${limit} 字节`,
  notUtf8: '不是 UTF-8 编码：请把文件另存为 UTF-8',
  tooDeep: '嵌套层数过多',
  tooMany: '值的数量过多（别名展开后）',
  unknownAlias: (name) => `没有名为 ${quote(name)} 的锚点`,
  yamlSyntax: (detail) => `YAML 语法错误：${detail}`,
  oneDocument: '含有多个 YAML 文档：配置只能是一个',
  keyNotText: '键必须是普通文本',
  unexpected: (found, expected) =>
    found === undefined
      ? `文本在此结束，但这里应为${expected}`
      : `这里应为${expected}，实际是 ${quote(found)}`,
  aValue: '一个值',
  aKey: '用双引号括起的键',
  theEnd: '文本结尾',
  commaOr: (close) => ` "," 或 "${close}"`,
  openString: '字符串没有在本行结束',
  badEscape: '无法识别的转义序列',
  unterminatedComment: '注释没有结束',
  unreadable: (file, code) => `无法读取 ${file}：${code}`,
  notFound: (base, extensions) =>
    `找不到配置：没有 ${base}.{${extensions}}，package.json 中也没有 "hefa"；可用 "hefa init" 生成`,
  noHefaKey: 'package.json 中没有 "hefa" 键',
  unknownKey: (key, near) => `未知的键 ${quote(key)}${isIt(near)}`,
  unknownApi: (key, near) => `未知的接口 ${quote(key)}${isIt(near)}`,
  unknownPlatform: (word, near) => `未知的平台 ${quote(word)}${isIt(near)}`,
  unknownLevel: (word, near) => `未知的级别 ${quote(word)}${isIt(near)}`,
  unknownRule: (id, near) => `未知的规则 ${quote(id)}${isIt(near)}`,
  unknownParameter: (rule, key, near) => `${rule} 没有参数 ${quote(key)}${isIt(near)}`,
  unknownReason: (rule, key, near) => `${rule} 没有原因 ${quote(key)}${isIt(near)}`,
  duplicateKey: (key) => `重复的键 ${quote(key)}`,
  missingKey: (key) => `缺少键 ${quote(key)}`,
  wrong: (path, expected, got) =>
    path === '' ? `应为${expected}，实际是${got}` : `${path}：应为${expected}，实际是${got}`,
  empty: (path) => `${path}：不能为空`,
  expected: {
    config: '由设置项组成的对象',
    map: '对象',
    text: '字符串',
    texts: '字符串列表',
    waivers: '豁免列表',
    accepts: '由 { file, reason, until } 组成的列表',
    callApi: ' "request"、"connectSocket"、"uploadFile"、"downloadFile"、"udp" 或 "tcp"',
    index: '不小于 0 的整数（第几个参数是 URL）',
    mode: ' "release"、"trial" 或 "development"',
    inside: '扫描目录内的路径，用 "/" 分隔',
    definable: '表达式，例如 "process.env.API_BASE" 或 "utils/http.js:base"',
    callee: '代码中调用的函数，例如 "$api.get"',
    base: 'URL，例如 "https://api.example.com"',
    positive: '不小于 1 的整数',
    ruleSetting: ' "off"、级别（"error"、"warning"、"info"）、{ 原因: 级别 } 或 [级别, { 参数 }]',
    osVersion: '带引号的版本号，例如 "15" 或 "10.1"',
    appid: '小程序 appid：“wx”加 16 位 0-9、a-f',
    date: '日期，例如 "2026-12-31"',
    path: '以 "/" 开头、不含控制字符的路径',
    host: '主机名',
    hostOrSocket: '主机名，或 "wss://" 加主机名',
    domain: '可注册的域名，例如 "example.com"',
    madeFrom: ' "source"',
  },
  got: { string: '字符串', number: '数字', boolean: '布尔值', list: '列表', map: '对象', null: '空值' },
  socketTwice: '"socket" 是 "connectSocket" 的别名：两者只能保留一个',
  notOfFamily: (api, family) => `${family} 没有 ${quote(api)} 域名列表，只有微信才有`,
  nothingToCheck: '没有可检查的内容：所选平台没有任何域名',
  tooManyDomains: (count, most) =>
    `共 ${count} 个域名，一份配置最多 ${most} 个：更长的列表请用 "hefa audit -"，每行一个域名`,
  legacyNewer: (os, legacy, supported) =>
    `legacyOs.${os}（${legacy}）比 supportedOs.${os}（${supported}）还新`,
  noSuchDate: (date) => `${quote(date)} 不是有效日期，请写成 YYYY-MM-DD`,
  pastWaiver: (date) => `该豁免已于 ${date} 到期：请删除它，或修复它所豁免的问题`,
  notRegistrable: (key, domain) => `${quote(key)} 不是备案的域名：ICP 备案号属于 ${quote(domain)}`,
  parameterType: (rule, key, expected, got) => `${rule}：参数 ${quote(key)} 应为${expected}，实际是${got}`,
  kinds: {
    string: '字符串',
    number: '不小于 0 的数字',
    boolean: ' true 或 false',
    list: '列表',
    map: '对象',
  },
  oneOf: (choices) => ` ${choices.map(quote).join(' 或 ')}`,
  wechatError: (code, message) => `这是微信域名接口返回的错误：${code} ${message}`.trimEnd(),
  pluginsNotLoaded: {
    refused: '该配置需要插件，而 --no-plugins（或 HEFA_NO_PLUGINS）禁止加载插件',
    found:
      '该配置来自被扫描的源码，并指定了插件：被扫描源码中的代码不会被执行；如果信任它，请用 --config 指定',
  },
  codeNotRun: {
    refused: '该配置是代码，而 --no-plugins（或 HEFA_NO_PLUGINS）禁止执行',
    found: '该配置来自被扫描的源码，而且是代码：被扫描源码中的代码不会被执行；如果信任它，请用 --config 指定',
  },
  codeFailed: (detail) => `无法加载配置：${detail}`,
  noModule: (file) =>
    `${file} 按模块编写，而它的 package.json 声明为 "commonjs"：请改名为 ${file.replace(/([jt]s)$/, 'm$1')}`,
  noData: (path, kind) => (path === '' ? `配置必须是对象，不能是 ${kind}` : `${path}：${kind} 不是数据`),
  refusedDomains: (key) =>
    `${quote(key)}：后台拒绝了这些域名，它们不在任何列表中；请先在后台修正，再重新获取结果`,
  fixedRule: (rule) => `${quote(rule)} 不能关闭，也不能降低级别`,
  allOff: '所有规则都被关闭：什么都不会判定',
  pluginsFailed: (detail) => `无法加载插件：${detail}`,
  cutToOrigin: (written, used) => `${quote(written)}：只有 ${used} 是服务器域名，其余部分已忽略`,
  severalDomains: (written, count) => `${quote(written)}：按 ${count} 个域名处理`,
  twoDomains: (written) => `${quote(written)}：两个地址连在一起，请分开写，或在中间加空格`,
}

function isIt(near: string | undefined): string {
  return near === undefined ? '' : `，是否想写 ${quote(near)}？`
}
