import type { RuleText } from '../../../src/i18n/types.js'
import { alertText } from '../words/zh.js'
import type rule from './rule.js'

const ended = ({ by, alert }: { by: string; alert: number | null }) =>
  alert !== null ? `都被拒绝（${alertText(alert)}）` : by === 'reset' ? '都被重置' : '都被切断'

const without = (others: string[]) =>
  others.length > 0 ? `不带域名时有应答（证书属于 ${others.join('、')}）` : '不带域名时有应答'

const BIND = [
  '请在终止 TLS 的地方添加该域名及其证书；如果解析指向了错误的机器，请更正 DNS 记录。',
  '  nginx：在同一个 server 块中配置 server_name 和 ssl_certificate    haproxy：把它的证书加入 crt 或 crt-list',
  '  腾讯云 CLB、阿里云 SLB/ALB：在 HTTPS 监听中添加该域名和证书',
  '  CDN、WAF：添加该域名并绑定证书',
].join('\n')

const FILING = [
  '请先检查 ICP 备案：在 https://beian.miit.gov.cn 查询注册域名，必须查得到，并且已在该地址所属的服务商处接入备案。',
  '如已备案，请检查服务器前面自己的防火墙或 WAF 是否不认识该域名。',
  '可自行验证：前一条被切断，后一条有应答。',
  '  openssl s_client -connect HOST:PORT -servername HOST </dev/null',
  '  openssl s_client -connect HOST:PORT -noservername </dev/null',
].join('\n')

export default {
  title: '服务器接受带该域名的 TLS 1.2 或 1.3 握手',
  why: '服务器拒绝握手的第一条消息时，所有手机都无法连接。从告警以及不带域名时的应答可以看出原因。',
  howToFix: [
    '分别查看带域名和不带域名时服务器的应答，并与它的配置对照：',
    '  openssl s_client -connect HOST:443 -servername HOST </dev/null',
    '  openssl s_client -connect HOST:443 -noservername </dev/null',
  ].join('\n'),
  pass: ({ accepted }) => accepted.join('、'),
  unknown: { 'silent-by-name': '带域名的 ClientHello 没有应答，不带域名的有应答' },
  reasons: {
    'not-bound': {
      message: ({ alert, by, others }, { subject }) => {
        const certain = alert === 112
        const but = others.length > 0 || !certain ? `，而该地址${without(others)}` : ''
        const end = certain ? '' : '（或者它自己的证书与加密套件不匹配）'
        return `${subject}：带该域名的握手${ended({ by, alert })}${but}。该域名没有绑定到这里的任何服务${end}。`
      },
      fix: () => BIND,
    },
    'cut-by-name': {
      message: ({ by, alert, others }, { subject }) =>
        `${subject}：带该域名的握手${ended({ by, alert })}，而该地址${without(others)}。连接因域名而被切断：在中国大陆，未备案的域名就是这种表现。`,
      fix: () => FILING,
    },
    'silent-by-name': {
      message: ({ cause, others }, { subject }) =>
        `${subject}：带该域名的握手没有应答（${cause}），而该地址${without(others)}。在中国大陆，未备案的域名可能就是这种表现。`,
      fix: () => FILING,
    },
    'nothing-for-name': {
      message: ({ alert, by, nameless }, { subject }) =>
        `${subject}：TLS 1.2 和 1.3 的握手${ended({ by, alert })}${nameless ? '，带不带该域名都一样' : ''}。原因不在加密套件，TLS 1.3 的套件适用于任何证书：服务器没有该域名的证书，也没有默认证书（strict-sni），或者证书的密钥类型是手机不认识的，或者不接受常用的密钥交换曲线。`,
      fix: () =>
        [
          ...BIND.split('\n'),
          '如果该域名及其证书已经绑定在这里：证书的密钥须为 RSA 或 P-256，密钥交换须用常用曲线。',
          '  openssl x509 -in fullchain.pem -noout -text | grep -A4 "Public Key Algorithm"',
          '  nginx：ssl_ecdh_curve X25519:prime256v1:secp384r1;',
        ].join('\n'),
    },
    'nothing-in-common': {
      message: ({ alert, by }, { subject }) =>
        `${subject}：TLS 1.2 和 1.3 的握手${ended({ by, alert })}：服务器的证书类型与加密套件不匹配，或者没有该域名的证书。`,
      fix: () =>
        [
          'EC 证书需要 ECDHE-ECDSA 套件，RSA 证书需要 ECDHE-RSA 套件；TLS 1.3 两者皆可。',
          '  nginx：ssl_ciphers ECDHE+AESGCM:ECDHE+CHACHA20; ssl_protocols TLSv1.2 TLSv1.3;',
          '  openssl x509 -in fullchain.pem -noout -text | grep "Public Key Algorithm"',
          '如果服务器上有多个域名，还请检查该域名是否配置了证书。',
        ].join('\n'),
    },
    'client-certificate': {
      message: ({ alert, by }, { subject }) =>
        `${subject}：TLS 1.2 和 1.3 的握手${ended({ by, alert })}：服务器要求客户端证书，而手机都没有。`,
      fix: () =>
        '请对该域名关闭客户端证书校验（nginx：ssl_verify_client off;），或在前面放一个只用服务器证书的网关。',
    },
    protocol: {
      message: ({ alert, by }, { subject }) =>
        `${subject}：TLS 1.2 和 1.3 的握手${ended({ by, alert })}：没有共同的应用层协议（ALPN）；手机提供的是 h2 和 http/1.1。`,
      fix: () => '请在该端口启用 HTTP/1.1 或 HTTP/2，或改用提供 HTTP 的端口。',
    },
    refused: {
      message: ({ alert, by }, { subject }) =>
        `${subject}：TLS 1.2 和 1.3 的握手${ended({ by, alert })}。${alert === 80 ? '用 Go 编写的服务器（Caddy、Traefik）没有该域名的证书时会这样应答。' : ''}`,
      fix: ({ alert }) =>
        alert === 80 ? BIND : '请查看服务器在本次检查时的错误日志，以及它前面的设备（负载均衡、防火墙）。',
    },
  },
} satisfies RuleText<typeof rule>
