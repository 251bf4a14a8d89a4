/** Certificates that are not made for public use, recognized by the names their makers put in them. Data only. */
export interface Maker {
  /** What makes it. */
  product: string
  kind: 'default' | 'origin-ca' | 'staging' | 'development'
  /** Which name to look at. */
  of: 'subject' | 'issuer'
  /** In the name as RFC 4514 writes it. */
  name: RegExp
  /** A name as observed, or as its maker documents it. */
  example: string
  /** The maker's page or source code; `seen` for names found in published connection logs. */
  source: string
}

/** The day each name was last checked. */
export const MAKERS_READ_ON = '2026-11-27'

export const MAKERS: readonly Maker[] = [
  {
    product: 'ingress-nginx',
    kind: 'default',
    of: 'subject',
    name: /Kubernetes Ingress Controller Fake/i,
    example: 'CN=Kubernetes Ingress Controller Fake Certificate,O=Acme Co',
    source: 'seen; https://kubernetes.github.io/ingress-nginx/user-guide/tls/',
  },
  {
    product: 'NGINX Ingress Controller',
    kind: 'default',
    of: 'subject',
    name: /CN=NGINXIngressController/i,
    example: 'CN=NGINXIngressController',
    source: 'seen; https://github.com/nginx/kubernetes-ingress (its default certificate)',
  },
  {
    product: 'Traefik',
    kind: 'default',
    of: 'subject',
    name: /CN=TRAEFIK DEFAULT CERT/i,
    example: 'CN=TRAEFIK DEFAULT CERT',
    source: 'seen; https://doc.traefik.io/traefik/https/tls/#default-certificate',
  },
  {
    product: 'HAProxy',
    kind: 'default',
    of: 'subject',
    name: /(?:^|[,+])(?:CN|OU?)=haproxy\b/i,
    example: 'CN=haproxy.selfsigned.invalid,OU=haproxy,O=haproxy',
    source: 'seen in images that make their own at the start; HAProxy itself has none',
  },
  {
    product: 'Plesk',
    kind: 'default',
    of: 'subject',
    name: /CN=Plesk(?:[,+/]|$)/i,
    example: 'CN=Plesk,O=Plesk,L=Schaffhausen,C=CH',
    source: 'seen',
  },
  {
    product: 'OpenShift',
    kind: 'default',
    of: 'issuer',
    name: /CN=ingress-operator@/i,
    example: 'CN=ingress-operator@1764175443',
    source: 'seen; https://github.com/openshift/cluster-ingress-operator',
  },
  {
    product: 'Synology',
    kind: 'default',
    of: 'issuer',
    name: /O=Synology Inc/i,
    example: 'CN=Synology Inc. CA,O=Synology Inc.,L=Taipei,C=TW',
    source: 'seen',
  },
  {
    product: 'localhost',
    kind: 'default',
    of: 'subject',
    name: /CN=localhost(?:\.localdomain)?(?:,|$)/i,
    example: 'CN=localhost',
    source: 'RFC 6761, section 6.3: no name of the public, so no public authority certifies it',
  },
  {
    product: 'Cloudflare',
    kind: 'origin-ca',
    of: 'issuer',
    name: /CloudFlare Origin/i,
    example: 'OU=CloudFlare Origin SSL Certificate Authority,O=CloudFlare\\, Inc.,C=US',
    source: 'seen; https://developers.cloudflare.com/ssl/origin-configuration/origin-ca/',
  },
  {
    product: 'Let’s Encrypt',
    kind: 'staging',
    of: 'issuer',
    name: /\(STAGING\)|Fake LE /i,
    example: 'CN=(STAGING) Pretend Pear X1,O=(STAGING) Internet Security Research Group,C=US',
    source: 'https://letsencrypt.org/docs/staging-environment/',
  },
  {
    product: 'mkcert',
    kind: 'development',
    of: 'issuer',
    name: /mkcert development CA|CN=mkcert /i,
    example: 'CN=mkcert dev@laptop,OU=dev@laptop,O=mkcert development CA',
    source: 'seen; https://github.com/FiloSottile/mkcert',
  },
  {
    product: 'Caddy',
    kind: 'development',
    of: 'issuer',
    name: /Caddy Local Authority/i,
    example: 'CN=Caddy Local Authority - ECC Intermediate',
    source: 'seen; https://github.com/caddyserver/caddy, modules/caddypki/ca.go',
  },
]

/** GM/T 0006-2012: the curve of SM2 keys, and signatures with SM2 and SM3. */
export const SM2_OIDS: readonly string[] = ['1.2.156.10197.1.301', '1.2.156.10197.1.501']
