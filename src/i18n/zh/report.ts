/** Sentences of the reports, Chinese. */
import type { Level, Verdict } from '../../types.js'
import type { report as en } from '../en/report.js'

/** Latin names stand between spaces. */
const onThese = (platforms: string) => (/^[ -~]/.test(platforms) ? `在 ${platforms} 上` : `在${platforms}上`)

export const report: typeof en = {
  listSeparator: '、',
  clauseSeparator: '；',
  pause: '，',
  aside: (text) => `（${text}）`,
  colon: '：',
  quoted: (text) => `“${text}”`,
  domains: (n) => `${n} 个域名`,
  seconds: (n) => `${n} 秒`,
  listsReadOn: (day) => `根证书 ${day}`,
  asOf: (instant) => `判定于 ${instant}`,

  scope: {
    headline: {
      servers: {
        pass: '可以发布',
        warn: '可以发布，但有警告',
        fail: '不能发布',
        unknown: '无法确定能否发布',
      },
      source: {
        pass: '源码调用的域名都在列表中',
        warn: '源码调用的域名都在列表中，但有警告',
        fail: '源码不能发布',
        unknown: '无法确定源码与列表是否相符',
      },
      files: {
        pass: '证书文件没有问题',
        warn: '证书文件没有问题，但有警告',
        fail: '证书文件有问题',
        unknown: '无法确定证书文件是否有问题',
      },
      lists: {
        pass: '列表中未发现问题',
        warn: '列表中只有警告',
        fail: '列表有问题，不能发布',
        unknown: '无法确定能否发布',
      },
      nothing: {
        pass: '本分片为空；没有检查任何服务器',
        warn: '本分片为空；没有检查任何服务器；列表有警告',
        fail: '本分片为空；没有检查任何服务器；列表有问题，不能发布',
        unknown: '本分片为空；没有检查任何服务器；列表无法确定',
      },
    },
    verdict: {
      other: { pass: '未发现问题', warn: '有警告', fail: '不通过', unknown: '无法确定' },
      nothing: { pass: '未检查', warn: '有警告', fail: '不通过', unknown: '无法确定' },
    },
    notCompared: '源码没有与任何列表比对',
    madeFromSource: '列表是由这份源码生成的',
    noServer: '没有检查任何服务器',
    gathered: (instant) => `依据 ${instant} 采集的数据判定`,
    shard: (index, of) => `域名共分 ${of} 个分片，这是第 ${index} 个`,
    places: (names) => `探测地点：${names}`,
    placeMissed: (name, missed, all) =>
      `${name}${missed === all ? '（没有探测）' : `（${all} 个中有 ${missed} 个没有探测）`}`,
    rulesOff: (n) => `关闭规则 ${n} 条`,
    levelsLowered: (n) => `降低级别 ${n} 条`,
    parametersChanged: (n) => `改动参数的规则 ${n} 条`,
    waived: (n) => `豁免 ${n} 项`,
    notKnown: (platforms) => `${platforms} 有未公开的部分`,
    asFarAsKnown: (word) => `${word}（仅就已知部分）`,
    notListed: (n) => `另有 ${n} 项条目的检查结果计入结论，未逐一列出`,
    os: { ios: 'iOS', android: 'Android' },
    narrowed: {
      'not-judged': (os, before) => `不判定 ${before} 之前的 ${os}`,
      warning: (os, before) => `${before} 之前的 ${os} 只算警告`,
    },
    title: '未完整判定',
    exitPartly: '退出状态 0：已判定的内容没有失败项。',
    exitNothing: '退出状态 0：没有可检查的内容。',
  },
  verdict: {
    pass: '通过',
    warn: '通过，有警告',
    fail: '不通过',
    unknown: '无法确定',
  } satisfies Record<Verdict, string>,
  errors: (n) => `${n} 个错误`,
  warnings: (n) => `${n} 个警告`,
  unknowns: (n) => `${n} 项无法确定`,
  passes: (n) => `${n} 项通过`,

  sections: {
    errors: '错误',
    unknown: '无法确定',
    warnings: '警告',
    notes: '提示',
    waived: '已豁免',
    domains: '域名',
  },
  level: { error: '错误', warning: '警告', info: '提示' } satisfies Record<Level, string>,
  unknownLevel: '无法确定',
  on: (level, platforms) => `${level}：${platforms}`,
  everyPlatform: '所有平台',
  wholeConfig: '整个配置',
  more: (n) => `……还有 ${n} 项`,
  also: (hosts) => `还有 ${hosts}`,
  alsoMany: (n) => `还有 ${n} 个域名`,
  onlyAt: (addresses) => `仅限地址 ${addresses}`,
  onlyFor: (clients) => `仅限客户端 ${clients}`,
  at: (places) => `位于 ${places}`,

  fix: '修复',
  fixFor: (host) => `${host}：`,
  requirement: '依据',
  edition: (edition) => (/^[0-9a-z]/i.test(edition) ? `版本 ${edition}` : `版本：${edition}`),
  readOn: (day) => `${day} 查阅`,
  basis: { inferred: '由此推知', observed: '见于客户端', advised: '平台没有要求，建议来自' },
  known: (n) => `基线中的已知问题 ${n} 个（--verbose 逐一列出）`,
  evidence: '数据',

  notObserved: (checks) => `${checks} 项检查无法完成`,
  silence: (address, phase, cause) =>
    `${address ? `${address} ` : ''}${phase}没有应答${cause ? `（${cause}）` : ''}。`,
  phases: {
    dns: '在 DNS 查询时',
    connect: '在建立连接时',
    hello: '在收到 ClientHello 后',
    handshake: '在握手过程中',
  },
  silenceCauses: { timeout: '超时' },
  notJudged: (rooms) => `未能判定：${rooms}`,
  followed: (n, rooms) => `另有 ${n} 项检查受此影响，不再逐条列出：${rooms}`,

  nextStep: '下一步',
  next: {
    error: (n, platforms) => `${n === 0 ? '域名列表' : `${n} 个域名`}${onThese(platforms)}不通过`,
    unknown: (n, platforms) => `${n === 0 ? '域名列表' : `${n} 个域名`}${onThese(platforms)}无法确定`,
    warning: (n, platforms) => `${n === 0 ? '域名列表' : `${n} 个域名`}${onThese(platforms)}有警告`,
  },
  waivedUntil: (until) => `有效期至 ${until}`,
  certificateUntil: (date, days) => (days < 0 ? `证书已于 ${date} 过期` : `证书剩 ${days} 天`),
  certificateLine: (subject, issuer, date) => `证书：${subject}，由 ${issuer} 签发，有效期至 ${date}`,
  neverProbed: '不探测',
  restPassed: (n) => `另有 ${n} 个域名通过了全部检查`,
  allPassed: (n) => `${n} 个域名通过了全部检查`,
  firstToExpire: (host, days) => `最先到期的证书：${host}，还剩 ${days} 天`,

  passedRules: '通过',

  exit: (status, verdict) => {
    if (status === 1) return '退出状态 1：至少有一项要求未满足。'
    if (status === 3) return '退出状态 3：没有失败项，但有要求无法确定。'
    if (verdict === 'unknown') return '退出状态 0：没有失败项；无法确定的项已按要求放行。'
    if (verdict === 'warn') return '退出状态 0：没有错误；警告不影响退出状态。'
    return '退出状态 0：所有要求均已满足。'
  },

  explain: {
    said: (clients: string, text: string) => `${clients}：“${text}”`,
    causes: '可能的原因，按常见程度排列：',
    prove: '用这条命令确认：',
    related: '没有哪个客户端会这样报错。内容相近的规则：',
    nothing:
      '没有哪个客户端会这样报错，也没有相关的规则。请粘贴完整的信息（包括数字）；用 hefa rules 查看全部规则。',
    more: (id: string) => `用 hefa rules ${id} 查看第一条的详细说明`,
  },
  rules: {
    rule: '规则',
    demands: '要求',
    legend: (systems) => `E 错误，W 警告，i 提示，- 不要求；每一列依次为 ${systems.join('、')}`,
    more: '用 hefa rules ID 查看某条规则在每个平台上的说明',
    howToFix: '处理办法',
    why: '原因',
    levels: '级别',
    parameters: '参数',
    reasons: '结论',
    subject: '对象',
    source: '来源',
    notDemanded: '不要求',
    unknown: '何时无法确定',
    subjects: {
      list: '整份域名列表',
      entry: '域名列表中的一项',
      target: '一个域名及其全部地址',
      endpoint: '域名的一个地址',
      chain: '一条证书链',
      url: '源码中某个调用的 URL',
      call: '对网络 API 的一次调用',
      method: '调用所设的请求方法',
      header: '调用所设的请求头',
      setting: '项目的一项设置',
      resource: '页面模板中的一个域名',
      secret: '源码中的一个密钥',
      listing: '域名列表中的一项，与源码对照',
      http: '域名通过 HTTP 或 WebSocket 的应答',
      mention: '源码中出现的一个 URL',
      client: '一个请求库',
      gap: '本次运行所选的范围',
      directive: '配置中的一项设置',
    },
  },
}
