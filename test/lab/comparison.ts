/** docs/comparison.md: the lab's outcome beside what others said of the same servers. */
import { PEERS, SAID } from './peers.js'
import type { LabCase } from './servers.js'

export interface Outcome {
  named: boolean
  rule: string | null
  status: number
}

const MEANING = {
  en: `# Compared with others

[简体中文](comparison.zh-CN.md)

25 servers, 23 of them with one defect each, and what eleven tools say of them. hefa's column is made by the test that
starts these servers and audits them as a user would; the others were measured in 2026-11 on nginx 1.22 with OpenSSL
3.0, a private root given to every tool that takes one.

In each cell: **N** the defect is named, **o** something is flagged without its cause, **.** silence, **=** nothing to
name; then the exit status (\`pass\` and \`fail\` for blackbox_exporter, which has none). \`-\`: not run. \`chance\`: the
verdict depends on which address the resolver put first.
`,
  zh: `# 与其他工具比较

[English](comparison.md)

25 台服务器，其中 23 台各有一处缺陷，以及十一个工具对它们的说法。hefa 一列由测试生成：启动这些服务器，再像用户一样检查；其他各列于
2026-11 在 nginx 1.22、OpenSSL 3.0 上测得，凡是能指定根证书的工具都给了测试用的根证书。

每格中：**N** 指出了缺陷，**o** 有提示但没说出原因，**.** 没有反应，**=** 本来就没有缺陷；之后是退出状态（blackbox_exporter 没有退出状态，
写作 \`pass\`、\`fail\`）。\`-\`：没有测。\`chance\`：结论取决于解析器把哪个地址排在前面。
`,
}

const NOTES = {
  en: `
Servers with a warning or a note only (wrong order, a root too many, a duplicate, a stranger, old versions still on)
work on every phone, so hefa names them and ends with 0; \`--fail-on warning\` is stricter.

What the others do that hefa does not: testssl.sh and sslyze look for vulnerabilities and list every suite; nmap scans
networks; check_ssl_cert speaks many protocols that begin in clear text; blackbox_exporter watches all day.
`,
  zh: `
只有警告或提示的服务器（顺序颠倒、多送根证书、重复、无关证书、仍开启旧版本）在所有手机上都能用，因此 hefa 指出问题而以 0 结束；
\`--fail-on warning\` 更严格。

其他工具做而 hefa 不做的：testssl.sh 和 sslyze 查找漏洞并列出全部密码套件；nmap 扫描网络；check_ssl_cert 支持许多以明文开始的协议；
blackbox_exporter 全天监视。
`,
}

/** By the id of the server. */
const IN_CHINESE: Readonly<Record<string, string>> = {
  c01: '一切正常',
  c02: '缺少中间证书',
  c03: '证书顺序颠倒',
  c04: '多送了根证书',
  c05: '中间证书送了两次',
  c06: '送了无关的证书',
  c07: '证书已过期',
  c08: '证书尚未生效',
  c09: '证书属于其他域名',
  c10: '自签名证书',
  c11: '根证书不受任何系统信任',
  c12: '仍开启 TLS 1.0 和 1.1',
  c13: '没有前向保密',
  c14: '1024 位 RSA 密钥',
  c15: 'SHA-1 签名',
  c16: '有效期三年',
  c17: '只有 commonName',
  c18: '只支持 TLS 1.3，其余正常',
  c19: '第二个地址的证书已过期',
  c20: '最高只到 TLS 1.1',
  c21: '中间证书已过期',
  c22: '通配符高了一级',
  c23: '证书不可用于服务器',
  c24: '端口上是明文 HTTP',
  c25: '拒绝连接',
}

export function comparison(
  lab: readonly LabCase[],
  outcomes: ReadonlyMap<string, Outcome>,
  language: 'en' | 'zh',
): string {
  const rows = lab.map(({ id, what, named }) => {
    const own = outcomes.get(id)
    const mark = own?.named ? 'N' : named ? '.' : '='
    const said = (SAID[id] ?? '').split(' ').map((cell) => cell.replace(/^([No.=])(\d+)$/, '$1 $2'))
    const rule = own?.rule ? ` \`${own.rule}\`` : ''
    return `| ${language === 'zh' ? IN_CHINESE[id] : what} | **${mark} ${own?.status ?? '?'}**${rule} | ${said.join(' | ')} |`
  })
  const head = [language === 'zh' ? '服务器' : 'server', 'hefa', ...PEERS]
  const defects = lab.filter(({ named }) => named)
  const hits = defects.filter(({ id }) => outcomes.get(id)?.named).length
  const best = PEERS.map((name, index) => {
    const named = defects.filter(({ id }) => (SAID[id] ?? '').split(' ')[index]?.startsWith('N')).length
    return { name, named }
  }).sort((a, b) => b.named - a.named)[0]
  return [
    MEANING[language],
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
    language === 'zh'
      ? `${defects.length} 处缺陷中 hefa 指出 ${hits} 处；其次是 ${best?.name}，指出 ${best?.named} 处。`
      : `hefa names ${hits} of ${defects.length} defects; the next best, ${best?.name}, names ${best?.named}.`,
    NOTES[language],
  ].join('\n')
}
