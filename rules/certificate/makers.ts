/**
 * Certificates that are made for something else than the public, by the names their makers are known to give them.
 * Gathered 2026-11-27 from general knowledge; ingress-nginx's was seen in a real certificate, the others were not.
 */
export interface Maker {
  /** What makes it. */
  product: string
  kind: 'default' | 'origin-ca' | 'staging' | 'development'
  /** Whose name is looked at. */
  of: 'subject' | 'issuer'
  /** In the name as RFC 4514 writes it. */
  name: RegExp
}

export const MAKERS: readonly Maker[] = [
  { product: 'ingress-nginx', kind: 'default', of: 'subject', name: /Kubernetes Ingress Controller Fake/i },
  { product: 'NGINX Ingress Controller', kind: 'default', of: 'subject', name: /CN=NGINXIngressController/i },
  { product: 'Traefik', kind: 'default', of: 'subject', name: /CN=TRAEFIK DEFAULT CERT/i },
  { product: 'HAProxy', kind: 'default', of: 'subject', name: /haproxy/i },
  { product: 'Plesk', kind: 'default', of: 'subject', name: /CN=Plesk\b/i },
  { product: 'OpenShift', kind: 'default', of: 'issuer', name: /CN=ingress-operator@/i },
  { product: 'Debian (ssl-cert-snakeoil)', kind: 'default', of: 'subject', name: /snakeoil/i },
  { product: 'Synology', kind: 'default', of: 'subject', name: /O=Synology/i },
  { product: 'localhost', kind: 'default', of: 'subject', name: /CN=localhost(?:\.localdomain)?(?:,|$)/i },
  { product: 'Cloudflare', kind: 'origin-ca', of: 'issuer', name: /CloudFlare Origin/i },
  { product: 'Let’s Encrypt', kind: 'staging', of: 'issuer', name: /\(STAGING\)|Fake LE /i },
  { product: 'mkcert', kind: 'development', of: 'issuer', name: /mkcert/i },
  { product: 'Caddy', kind: 'development', of: 'issuer', name: /Caddy Local Authority/i },
]

/** GM/T 0006-2012: the curve of SM2 keys, and signatures with SM2 and SM3. */
export const SM2_OIDS: readonly string[] = ['1.2.156.10197.1.301', '1.2.156.10197.1.501']
