import type { UnknownTexts } from '../unknown-texts.js'

export const unknown: UnknownTexts = {
  subjects: {
    target: 'DNS 没有应答，或所判断的事实中缺少本规则需要的内容',
    endpoint: 'DNS 或某个地址没有应答，或没有向该地址发送本规则需要的 ClientHello（每个地址单独判断）',
    chain: 'DNS 或某个地址没有应答，证书链没有完整收到，或无法解析影响结论的某张证书',
    http: '未能建立 HTTP 连接，或没有尝试',
  },
  reasons: {
    'audit/complete': {
      'no-list': '所选平台没有域名列表',
      'not-read-for': '源码是为其他平台扫描的',
      'not-compared': '扫描了源码，但没有可对照的列表',
      'no-source': '扫描的目录中没有可读的源码',
      'no-result': '没有任何规则对某一项作出判断',
      'not-probed': '平台的列表中只有 udp 和 tcp 域名，这类域名不做探测',
      'no-rule': '所选平台的规则全部关闭',
      untold: '有检查留给了已关闭或降级的规则',
      'addresses-left': '域名的地址多于实际探测的数量',
      'facts-missing': '事实数据缺少每次探测都会留下的部分：被删改过，或当时没有全部探测',
      'not-looked': '本应探测该目标的地点没有探测',
      'no-such-os': '要判定的最低系统版本比已知的所有版本都新',
    },
    'domain/icp-tld': { 'not-listed': '域名后缀不在已批复名单中' },
    'domain/icp-filing': { 'not-given': '配置中没有备案号' },
    'dns/resolves': {
      'no-answer': '解析服务器没有应答',
      'aaaa-no-answer': '查到了 IPv4 地址，但 IPv6 地址的查询没有应答',
    },
    'dns/private-address': {
      'proxy-address': '地址是本机的代理程序虚构的',
      'no-answer': '解析服务器没有应答',
      'rest-unanswered': 'IPv4 与 IPv6 地址的查询只有一个得到应答',
    },
    'dns/ipv6': { silent: '某个 IPv6 地址没有应答' },
    'tls/reachable': {
      silent: '没有任何地址应答',
      'some-silent': '多个 IPv4 地址中有一个没有应答',
      'spare-silent': '从本机探测时某个 IPv6 地址没有应答，但另有可用地址',
    },
    'tls/refusal': { 'silent-by-name': '带域名的 ClientHello 没有应答，不带域名的有应答' },
    'tls/version': { 'no-answer': '符合要求的版本没有应答，且没有任何一个被接受' },
    'tls/legacy-android': { 'no-answer': '某个旧版本没有应答，且没有任何一个被接受' },
    'tls/obsolete-version': { 'no-answer': '某个旧版本没有应答' },
    'tls/ats-cipher': { 'no-answer': '使用现代套件的某个 ClientHello 没有应答' },
    'tls/hello-size': { silent: '较长的握手消息没有应答，较短的有' },
    'tls/client-handshake': {
      unconfirmed: '所支持的某个客户端的结果只能由其他 ClientHello 推测',
      'legacy-unconfirmed': '同上，针对较旧的客户端',
      'no-answer': '所支持的某个客户端的 ClientHello 没有应答',
      'legacy-no-answer': '同上，针对较旧的客户端',
    },
    'tls/client-certificate': {
      'other-address': '要求客户端证书的地址与通过 HTTP 应答的地址不是同一个',
    },
    'tls/server-name': { 'no-answer': '不带域名的 ClientHello 没有得到完整应答' },
    'certificate/trusted': {
      'could-be-fetched': '服务器没有发送某个签发者的证书，也没有到证书所写的地址去取',
    },
    'certificate/path': {
      'unsupported-key': '证书的密钥或签名的类型无法验证',
      'issuer-unsupported-key': '颁发者的证书同上',
    },
    'certificate/key-strength': {
      'unknown-key': '证书的密钥类型不在要求之内',
      'issuer-unknown-key': '颁发者的证书同上',
    },
    'certificate/signature-algorithm': {
      'unknown-algorithm': '证书的签名算法未知',
      'issuer-unknown-algorithm': '颁发者的证书同上',
    },
    'certificate/revocation': {
      'no-answer': '已查询 OCSP 与 CRL，但没有得到有效应答',
      'issuer-no-answer': '颁发者的证书同上',
    },
    'http/reachable': { 'no-answer': '握手或请求没有应答，或没有发起请求' },
    'http/redirect': {
      'too-many': '没有跟随到跳转的终点',
      'no-answer': '跳转途中某一步没有应答',
    },
    'http/charset': {
      compressed: '响应体使用了未请求的压缩方式',
      'no-answer': '该路径没有应答',
    },
    'http/response-time': {
      'not-waited': '探测的时限比要判断的时限短',
      'no-answer': '应答之前连接已结束',
    },
    'http/websocket': { 'no-answer': '升级握手没有应答' },
    'http/status': { 'no-answer': '该路径没有应答' },
    'project/coverage': {
      'not-read': '某个文件或页面没有读取',
      'no-files': '一个文件也没有读到',
      'no-pages': '没有列出任何页面',
    },
    'project/unlisted-domain': {
      'no-origin': 'URL 以路径开头，框架可能会在前面补上域名',
      'missing-value': 'URL 取决于源码中没有的值',
      'not-determined': '从源码无法确定某次调用的 URL',
      'not-reached': '同上，但没有代码引用它所在的文件',
    },
    'project/vendored-library': {
      own: '项目内的第三方库会请求由其设置或其服务器下发的地址',
    },
    'project/unused-domain': {
      'not-determined': '存在无法确定 URL 的调用或没有读取的文件，可能用到了它',
    },
  },
  always: '规则本身出错（无论其级别，一律按错误级处理）',
}
