/** What the texts of several rules about certificates say. */
export const REISSUE = 'Reissue the certificate, install it with its chain, and reload the server.'

export const OTHER_CHAIN =
  'Ask your CA for a chain with a current intermediate certificate, or have another CA issue the certificate.'

export const days = (n: number) => `${n} ${n === 1 ? 'day' : 'days'}`

export const whose = ({ subject }: { subject: string }, leaf: boolean) =>
  leaf ? 'The certificate' : `The intermediate certificate "${subject}"`

export const REISSUE_ADVICE =
  'Reissue the certificate from a public CA, install it with its chain, reload the server, check again.'

/** Two certificates may share a name: who issued it tells them apart. */
export const calledBy = (name: string, issuer: string | null) =>
  issuer === null || issuer === name ? `"${name}"` : `"${name}" issued by "${issuer}"`

export const chainFix = (missing: string, issuer: string | null) =>
  [
    `Serve the full chain: append the certificate ${calledBy(missing, issuer)} to the server's own.`,
    // Which of two certificates of one name it is, only one that was fetched tells.
    ...(issuer === null
      ? ['Of two certificates of that name take the one another authority issued, not the self-signed one.']
      : []),
    '  nginx: ssl_certificate must name fullchain.pem, not cert.pem',
    '  Tencent Cloud CLB, Alibaba Cloud SLB/ALB: upload the bundle with the intermediate certificate',
    'Then reload the server and check again.',
  ].join('\n')
