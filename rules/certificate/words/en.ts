/** Text shared by several rules about certificates. */
export const REISSUE = 'Reissue the certificate, install it with its chain, and reload the server.'

export const OTHER_CHAIN =
  'Ask your CA for a chain with a current intermediate certificate, or have another CA issue the certificate.'

export const days = (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`

export const whose = ({ subject }: { subject: string }, leaf: boolean) =>
  leaf ? 'The certificate' : `The intermediate certificate "${subject}"`

export const REISSUE_ADVICE =
  'Reissue the certificate from a public CA, install it with its chain, reload the server, check again.'

/** Two certificates may have the same name: the issuer distinguishes them. */
export const calledBy = (name: string, issuer: string | null) =>
  issuer === null || issuer === name ? `"${name}"` : `"${name}" issued by "${issuer}"`

export const chainFix = (missing: string, issuer: string | null) =>
  [
    `Serve the full chain: append the certificate ${calledBy(missing, issuer)} to the server's own.`,
    // Only a certificate that was fetched tells which of two with the same name is meant.
    ...(issuer === null
      ? ['Of two certificates of that name take the one another authority issued, not the self-signed one.']
      : []),
    '  nginx: ssl_certificate must name fullchain.pem, not cert.pem',
    '  Tencent Cloud CLB, Alibaba Cloud SLB/ALB: upload the bundle with the intermediate certificate',
    'Then reload the server and check again.',
  ].join('\n')
