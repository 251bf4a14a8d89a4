/** Sentences about certificate files, English: `hefa cert` and `hefa chain`. */
const CONVERT = 'convert it: openssl pkcs12 -legacy -in OLD.p12 -nodes | openssl pkcs12 -export -out NEW.p12'

const faults = {
  empty: 'the file is empty',
  'too-large': 'larger than any certificate file',
  'too-many': 'the file holds more certificates than a server may send',
  'utf-16': 'saved as UTF-16, which servers do not read; save it as UTF-8 or ASCII',
  'no-certificate': 'the file holds no certificate',
  'key-only': 'the file holds a private key and no certificate',
  'request-only': 'the file holds a certificate request (CSR), not the certificate the CA issued for it',
  'not-a-certificate': 'this is not a certificate, or a broken one',
  'bad-container':
    'cannot be read as PKCS #7 or PKCS #12; export it again, or convert it to PEM with openssl',
  unterminated: 'this PEM block has no matching END line',
  glued: 'END and BEGIN are on one line: two files were joined without a line break; servers refuse that',
  indented: 'this BEGIN line is indented; servers find only those at the beginning of a line',
  'blank-line': 'there is an empty line inside the PEM block; servers refuse that',
  'line-ends': 'lines end with a carriage return alone, which servers do not accept as a line end',
  'not-base64': 'not base64: the PEM block is damaged or cut off',
  'password-needed': 'encrypted; give the password with --password-file FILE',
  'wrong-password': 'the password is wrong',
  'legacy-cipher': `encrypted with RC2 or RC4, which current OpenSSL no longer supports; ${CONVERT}`,
  algorithm: `encrypted with an unknown algorithm; ${CONVERT}`,
  iterations: 'the file needs more key-derivation iterations than is reasonable; export it again',
  'public-key': 'encrypted for a certificate instead of with a password; export it with a password',
  'no-key': 'the file holds no private key',
  'key-password-needed': 'the private key is encrypted; give its password with --password-file FILE',
  'key-wrong-password': 'the password does not open the private key',
  'key-unreadable': 'the private key cannot be read',
}

export const files = {
  args: {
    files: 'certificate files: PEM, DER, PKCS #7 (.p7b) or PKCS #12 (.p12, .pfx); - for standard input',
    chainOf: 'a domain, or a certificate file that exists or ends in .pem .crt .cer .der .p7b .p7c .p12 .pfx',
  },
  flags: {
    domain: 'the host the certificate is for; several allowed',
    key: 'say whether this private key belongs to the certificate',
    with: 'local certificates to complete the chain from (repeatable)',
    passwordFile: 'password of a PKCS #12 file or an encrypted key: the first line of FILE',
    configFile: 'take supportedOs, legacyOs, rules and waivers from this config',
    chainOutput: 'write the chain to FILE instead of standard output',
  },
  fault: (file: string, line: number | undefined, fault: keyof typeof faults) =>
    `${file}${line === undefined ? '' : `:${line}`}: ${faults[fault]}`,
  unreadable: (file: string, code: string) => `cannot read ${file}: ${code}`,
  noFile: 'missing argument FULLCHAIN.pem',
  noDomain: 'missing --domain HOST: a certificate is judged for the host it is to serve',
  badDomain: (text: string) => `--domain: "${text}" is not a host name`,
  stdinTwice: 'standard input (-) can be read once only',
  passwordTooLong: (file: string) => `--password-file: ${file} is larger than a password`,
  revocationNeedsFetch: '--revocation asks the network, so it goes with --fetch',
  notes: {
    'leaf-only': (file: string, missing: string) =>
      `${file} contains only the server certificate; the intermediate "${missing}" is missing (hefa chain ${file} makes the full chain)`,
    joined: (files: string) => `${files}: judged as one chain, in this order`,
    'root-included': (file: string, subject: string) =>
      `${file} holds the root "${subject}", which clients have: leave it out`,
    'leaf-not-first': (file: string, first: string, leaf: string, position: number) =>
      `${file} begins with "${first}", which servers take for their own certificate; "${leaf}" is number ${position}. "${leaf}" is judged, and the order reported; put it first`,
    'out-of-order': (file: string, order: string[]) =>
      `the certificates in ${file} are out of order; right is: ${order.join(', ')}`,
    'two-leaves': (file: string, subjects: string[]) =>
      `${file} contains more than one server certificate (${subjects.join(', ')}); a server sends the first as its own, and the others are useless`,
    'wrong-key': (file: string, leaf: string) => `the private key does not belong to "${leaf}" in ${file}`,
    'key-of-another': (file: string, subject: string, position: number) =>
      `the private key belongs to "${subject}", certificate ${position} in ${file}, not to the first`,
    'key-inside': (file: string) => `${file} holds a private key as well; it was skipped`,
    'put-in-order': (file: string, leaf: string) =>
      `${file} keeps no order of its own; it is judged with "${leaf}" first`,
  },
  chain: {
    added: (subject: string, url: string) => `added "${subject}"${url === '' ? '' : `, found at ${url}`}`,
    removed: (subject: string) => ({
      root: `removed the root "${subject}": clients have it`,
      duplicate: `removed "${subject}": it was there twice`,
      'not-needed': `removed "${subject}": the chain does not need it`,
      unreadable: 'removed a certificate that cannot be read',
    }),
    moved: (order: string[]) => `put in order: ${order.join(', ')}`,
    unchanged: (count: number) => `nothing to fix: ${count} certificate${count === 1 ? '' : 's'}, in order`,
    serves: (subjects: string[]) => `chain: ${subjects.join(' ← ')}`,
    legacyLost: (versions: string) => `older versions this chain does not reach: ${versions}`,
    others: (count: number) =>
      `the server has ${count} other chain${count === 1 ? '' : 's'} (another address, or RSA beside EC); this is the one current phones get first`,
    twoLeaves: (chosen: string, subjects: string[]) =>
      `more than one server certificate (${subjects.join(', ')}); the chain is made for "${chosen}"`,
    no: (subject: string, why: string) => `no chain can be made for ${subject}: ${why}`,
    why: {
      unreadable: 'its certificate cannot be read',
      'self-signed': (subject: string) => `"${subject}" is self-signed`,
      'unknown-root': (root: string) => `it ends in "${root}", a root that no platform has built in`,
      'missing-issuer': (of: string, issuer: string, tried: string) =>
        `the issuer "${issuer}" of "${of}" is missing${tried === '' ? '' : ` (${tried})`}`,
      notFetched: 'not looked for',
      noAddress: 'and no platform has it built in',
      invalid: (faults: string) => `phones refuse it: ${faults}`,
      lost: (root: string, versions: string) => `the root "${root}" is not trusted by ${versions}`,
      refused: (root: string, authority: string, versions: string) =>
        `"${root}" (${authority}) is refused by ${versions}`,
    },
    violations: {
      expired: 'expired',
      'not-yet-valid': 'not yet valid',
    } as Readonly<Record<string, string>>,
    silent: (subject: string, cause: string) => `${subject}: no answer (${cause})`,
    noTls: (subject: string) => `${subject}: the server sends no certificate; hefa audit ${subject} says why`,
    oneTarget: (text: string) => `"${text}" is neither a file nor a host whose chain can be asked for`,
  },
}
