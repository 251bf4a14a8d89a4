import type { RuleText } from '../../../src/i18n/types.js'
import type rule from './rule.js'

const replace = (where: string) =>
  `${where} Nothing has to be changed about this certificate: it must not be the one that is sent.`

export default {
  title: 'The certificate is a public server certificate',
  why: 'Default certificates of gateways, certificates for the way between a CDN and its origin, and test certificates are trusted by no phone; if one is sent, the right one is missing where TLS is terminated.',
  pass: ({ certificate }) => certificate.subject,
  reasons: {
    default: {
      message: ({ certificate, product }, { subject }) =>
        `${subject} sends the default certificate of ${product} ("${certificate.subject}"): it has no certificate for this name, or does not find it.`,
      fix: ({ product }) =>
        product.includes('ngress') || product === 'Traefik'
          ? replace(
              'Name the host and its secret in the Ingress or route, and see that the secret is in the same namespace and holds a valid pair:\n  spec.tls: [{ hosts: [HOST], secretName: NAME }]\n  kubectl get secret NAME -o jsonpath="{.data.tls\\.crt}" | base64 -d | openssl x509 -noout -subject -dates\nThe log of the controller says why it was not taken.',
            )
          : replace('Bind the certificate of a public CA to this name in the server, and reload it.'),
    },
    'origin-ca': {
      message: ({ certificate, product }, { subject }) =>
        `${subject} sends a certificate of ${product}’s private origin CA ("${certificate.subject}"), which only ${product} itself trusts: phones reach the origin directly.`,
      fix: () =>
        'Turn the CDN’s proxy on for this name in DNS, or install a certificate of a public CA at the origin.',
    },
    staging: {
      message: ({ issuer, product }, { subject }) =>
        `${subject} sends a certificate of ${product}’s staging environment (issued by "${issuer}"), which no client trusts.`,
      fix: () =>
        'Reissue it from the production environment and reload the server.\n  certbot renew --force-renewal --server https://acme-v02.api.letsencrypt.org/directory\n  acme.sh --issue --force --server letsencrypt -d HOST',
    },
    development: {
      message: ({ issuer, product }, { subject }) =>
        `${subject} sends a certificate that ${product} made for development (issued by "${issuer}"); its root is on the developer’s machine alone.`,
      fix: () =>
        'Use a certificate of a public CA. For a test network of your own give the root with --ca FILE.',
    },
    sm2: {
      message: ({ certificate }, { subject }) =>
        `${subject} sends an SM2 certificate ("${certificate.subject}"): phones and WeChat’s network stack know neither SM2 nor SM3.`,
      fix: () =>
        'Also serve an RSA or P-256 certificate from a public CA: gateways with national cryptography choose by what the client offers (dual certificates, 双证书).',
    },
  },
} satisfies RuleText<typeof rule>
