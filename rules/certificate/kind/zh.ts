import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

const replace = (where: string) => `${where}这张证书本身不需要修改：服务器不应该发送它。`

export default {
  title: '证书面向公众和手机',
  why: '网关的默认证书、CDN 回源用的私有证书和测试证书不被任何手机信任；发送了这种证书，说明终止 TLS 的地方缺少正确的证书。',
  pass: ({ certificate }) => certificate.subject,
  reasons: {
    default: {
      message: ({ certificate, product }, { subject }) =>
        `${subject} 发送的是 ${product} 的默认证书（“${certificate.subject}”）：它没有该域名的证书，或者没有找到。`,
      fix: ({ product }) =>
        product.includes('ngress') || product === 'Traefik'
          ? replace(
              '请在 Ingress 或路由中写明主机和 secret，并确认 secret 位于同一命名空间且内容有效：\n  spec.tls: [{ hosts: [HOST], secretName: NAME }]\n  kubectl get secret NAME -o jsonpath="{.data.tls\\.crt}" | base64 -d | openssl x509 -noout -subject -dates\n控制器的日志会说明为何没有采用。',
            )
          : replace('请在服务器上为该域名绑定公共 CA 签发的证书并重新加载。'),
    },
    'origin-ca': {
      message: ({ certificate, product }, { subject }) =>
        `${subject} 发送的是 ${product} 私有回源 CA 的证书（“${certificate.subject}”），只有 ${product} 自己信任：手机直接连到了源站。`,
      fix: () => '请在 DNS 中为该域名开启 CDN 代理，或在源站安装公共 CA 签发的证书。',
    },
    staging: {
      message: ({ issuer, product }, { subject }) =>
        `${subject} 发送的是 ${product} 测试环境的证书（签发者“${issuer}”），不被任何设备信任。`,
      fix: () =>
        '请改用正式环境重新申请并重新加载服务器。\n  certbot renew --force-renewal --server https://acme-v02.api.letsencrypt.org/directory\n  acme.sh --issue --force --server letsencrypt -d HOST',
    },
    development: {
      message: ({ issuer, product }, { subject }) =>
        `${subject} 发送的是 ${product} 为开发生成的证书（签发者“${issuer}”），其根证书只存在于开发者的机器上。`,
      fix: () => '请使用公共 CA 签发的证书。自己的测试网络可用 --ca FILE 指定根证书。',
    },
    sm2: {
      message: ({ certificate }, { subject }) =>
        `${subject} 发送的是 SM2 证书（“${certificate.subject}”）：手机和微信的网络库都不支持 SM2 和 SM3。`,
      fix: () =>
        '请同时部署公共 CA 签发的 RSA 或 P-256 证书：支持国密的网关会按客户端支持的算法选择（双证书）。',
    },
  },
} satisfies RuleText<typeof rule>
