/** Sentences about certificate files, Chinese: `hefa cert` and `hefa chain`. */
import type { files as en } from '../en/cli-files.js'

const CONVERT = '请转换：openssl pkcs12 -legacy -in OLD.p12 -nodes | openssl pkcs12 -export -out NEW.p12'

const faults: Record<Parameters<typeof en.fault>[2], string> = {
  empty: '文件为空',
  'too-large': '文件过大，不像是证书文件',
  'too-many': '文件中的证书数量超出服务器可以发送的范围',
  'utf-16': '文件保存为 UTF-16，服务器无法读取；请另存为 UTF-8 或 ASCII',
  'no-certificate': '文件中没有证书',
  'key-only': '文件中只有私钥，没有证书',
  'request-only': '这是证书请求（CSR），不是 CA 签发的证书',
  'not-a-certificate': '此处的内容不是证书，或证书已损坏',
  'bad-container': '无法按 PKCS #7 或 PKCS #12 读取；请重新导出，或用 openssl 转换为 PEM',
  unterminated: '此 PEM 块没有对应的 END 行',
  glued: 'END 与 BEGIN 在同一行：拼接两个文件时缺少换行；服务器会拒绝这样的文件',
  indented: 'BEGIN 行有缩进；服务器只识别行首的 BEGIN',
  'blank-line': 'PEM 块中间有空行；服务器会拒绝这样的文件',
  'line-ends': '换行符只有回车（CR），服务器无法识别',
  'not-base64': '不是 base64：PEM 块已损坏或被截断',
  'password-needed': '文件有密码保护；请用 --password-file FILE 给出密码',
  'wrong-password': '密码不正确，无法打开',
  'legacy-cipher': `文件用 RC2 或 RC4 加密，当前的 OpenSSL 已不支持；${CONVERT}`,
  algorithm: `文件使用了未知的加密算法；${CONVERT}`,
  iterations: '文件要求的迭代次数过多；请重新导出',
  'public-key': '文件是用证书而不是密码加密的；请用密码重新导出',
  'no-key': '文件中没有私钥',
  'key-password-needed': '私钥已加密；请用 --password-file FILE 给出密码',
  'key-wrong-password': '密码不正确，无法打开私钥',
  'key-unreadable': '私钥无法读取',
}

export const files: typeof en = {
  args: {
    files: '证书文件：PEM、DER、PKCS #7（.p7b）或 PKCS #12（.p12、.pfx）；- 表示标准输入',
    chainOf: '域名，或证书文件（已存在的文件，或以 .pem .crt .cer .der .p7b .p7c .p12 .pfx 结尾）',
  },
  flags: {
    domain: '证书要用于的主机名；可给出多个',
    key: '检查此私钥是否与证书匹配',
    with: '本地的证书文件，从中补齐证书链所缺的证书（可重复）',
    passwordFile: 'PKCS #12 文件或加密私钥的密码：FILE 的第一行',
    configFile: '从此配置读取 supportedOs、legacyOs、rules 和 waivers',
    chainOutput: '把证书链写入 FILE，而不是标准输出',
  },
  fault: (file, line, fault) => `${file}${line === undefined ? '' : `:${line}`}: ${faults[fault]}`,
  unreadable: (file, code) => `无法读取 ${file}：${code}`,
  noFile: '缺少参数 FULLCHAIN.pem',
  noDomain: '缺少 --domain HOST：证书要针对它所服务的主机名来判定',
  badDomain: (text) => `--domain："${text}" 不是主机名`,
  stdinTwice: '标准输入（-）只能读取一次',
  passwordTooLong: (file) => `--password-file：${file} 过大，不像是密码`,
  revocationNeedsFetch: '--revocation 需要联网，请同时使用 --fetch',
  notes: {
    'leaf-only': (file, missing) =>
      `${file} 只有服务器证书，缺少中间证书 "${missing}"（用 hefa chain ${file} 生成完整证书链）`,
    joined: (files) => `${files}：按此顺序作为一条证书链判定`,
    'root-included': (file, subject) => `${file} 包含根证书 "${subject}"，客户端已内置，请去掉`,
    'leaf-not-first': (file, first, leaf, position) =>
      `${file} 的第一张证书是 "${first}"，服务器会把它当作自己的证书；"${leaf}" 排在第 ${position} 位。此处判定的是 "${leaf}"，顺序问题单独列出；请把它放到最前`,
    'out-of-order': (file, order) => `${file} 中的证书顺序不对，正确的顺序是：${order.join('、')}`,
    'two-leaves': (file, subjects) =>
      `${file} 包含多张服务器证书（${subjects.join('、')}）；服务器只会把第一张当作自己的证书，其余的白白发送`,
    'wrong-key': (file, leaf) => `私钥与 ${file} 中的 "${leaf}" 不匹配`,
    'key-of-another': (file, subject, position) =>
      `私钥属于 ${file} 中的第 ${position} 张证书 "${subject}"，而不是第一张`,
    'key-inside': (file) => `${file} 中还有私钥，已跳过`,
    'put-in-order': (file, leaf) => `${file} 本身不保存顺序；按 "${leaf}" 在最前来判定`,
  },
  chain: {
    added: (subject, url) => `添加了 "${subject}"${url === '' ? '' : `，来自 ${url}`}`,
    removed: (subject) => ({
      root: `去掉了根证书 "${subject}"：客户端已内置`,
      duplicate: `去掉了重复的 "${subject}"`,
      'not-needed': `去掉了 "${subject}"：证书链不需要它`,
      unreadable: '去掉了一张无法读取的证书',
    }),
    moved: (order) => `调整了顺序：${order.join('、')}`,
    unchanged: (count) => `无需修补：共 ${count} 张证书，顺序正确`,
    serves: (subjects) => `证书链：${subjects.join(' ← ')}`,
    legacyLost: (versions) => `此证书链不支持的旧版本：${versions}`,
    others: (count) =>
      `服务器还有 ${count} 条其他证书链（其他地址，或同时有 RSA 与 EC 证书）；这是当前手机首先得到的一条`,
    twoLeaves: (chosen, subjects) =>
      `有多张服务器证书（${subjects.join('、')}）；证书链是为 "${chosen}" 生成的`,
    no: (subject, why) => `无法为 ${subject} 生成证书链：${why}`,
    why: {
      unreadable: '证书无法读取',
      'self-signed': (subject) => `"${subject}" 是自签名证书`,
      'unknown-root': (root) => `终点 "${root}" 不是任何平台内置的根证书`,
      'missing-issuer': (of, issuer, tried) =>
        `缺少 "${of}" 的签发者 "${issuer}"${tried === '' ? '' : `（${tried}）`}`,
      notFetched: '未去获取',
      noAddress: '且没有平台内置它',
      invalid: (faults) => `手机会拒绝它：${faults}`,
      lost: (root, versions) => `根证书 "${root}" 不被 ${versions} 信任`,
      refused: (root, authority, versions) => `"${root}"（${authority}）被 ${versions} 拒绝`,
    },
    violations: { expired: '已过期', 'not-yet-valid': '尚未生效' },
    silent: (subject, cause) => `${subject}：没有应答（${cause}）`,
    noTls: (subject) => `${subject}：服务器没有发送证书，原因见 hefa audit ${subject}`,
    oneTarget: (text) => `"${text}" 既不是文件，也不是可以查询证书链的主机`,
  },
}
