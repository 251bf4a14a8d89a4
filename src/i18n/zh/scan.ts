/** Words of scans of a mini program's source, Chinese: command line and reports. */
import type { scan as en } from '../en/scan.js'

export const scan: typeof en = {
  command: '把小程序源码调用的域名与配置比对',
  folder: '小程序所在的目录',
  flags: {
    scan: '同时扫描 DIR 中的小程序源码：一份报告，一个退出状态',
    config: '含域名列表的配置（默认：先在当前目录按 hefa check 的方式查找，再到 DIR 中查找）',
    writeConfig: '只输出一份由源码调用生成的配置，不做判断',
  },
  notAFolder: (folder, code) => `${folder}：无法扫描：${code}`,
  noFolder: '不是目录',
  writeConfigAlone: (option) => `--write-config 只输出配置，不输出报告：请去掉 ${option}`,
  usingConfig: (file) => `与 ${file} 比对`,
  nothingFound: '没有找到带域名的调用：列表为空',

  source: '源码',
  kind: { wechat: '微信', alipay: '支付宝', 'uni-app': 'uni-app', taro: 'Taro', plain: '普通脚本' },
  masthead: (calls, files) => `${files} 个文件中的 ${calls} 处调用`,
  read: (files) => `已读 ${files} 个文件`,
  resolved: (resolved, found) =>
    found === 0 ? '没有找到网络调用' : `${found} 处网络调用中 ${resolved} 处已解析`,
  undetermined: (n) => `${n} 处无法确定`,
  passedOver: (n) => `跳过 ${n} 个文件`,
  notCompared: '没有配置：只列出域名，未与任何列表比对。',
  makeConfig: '由源码调用生成配置：',
  hosts: '调用的域名',
  host: '域名',
  api: 'API',
  calls: (n) => `${n} 处调用`,
  call: '调用',
  place: '位置',
  why: '原因',
  file: '文件',
  undeterminedTitle: '无法确定 URL 的调用',
  passedOverTitle: '跳过的文件',
  reasons: {
    parameter: '来自参数，没有调用者给出它的值',
    'server-data': '值来自服务器应答、本地存储或 await',
    import: '值来自不存在的模块',
    computed: '计算方式无法推导',
    missing: '没有给出 URL',
    limit: '取值或步骤过多',
  },
  passed: {
    syntax: '语法错误',
    'too-large': '文件过大',
    'not-text': '不是文本',
    unreadable: '无法读取',
    outside: '指向目录之外',
    limit: '超出文件数上限',
  },
  suite: '源码',

  written: {
    head: ['此小程序源码所调用的服务器域名。请与平台控制台中的列表核对，然后运行：hefa check'],
    undetermined: '无法确定域名的调用：',
  },
}
