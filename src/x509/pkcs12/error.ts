import { DerError } from '../der/index.js'

/**
 * `legacy-cipher`: RC2 or RC4, which today's OpenSSL no longer has; `algorithm`: one we don't know;
 * `iterations`: more than we are willing to compute; `public-key`: sealed or signed with a certificate.
 */
export type Pkcs12Fault =
  | 'password-needed'
  | 'wrong-password'
  | 'legacy-cipher'
  | 'algorithm'
  | 'iterations'
  | 'public-key'

/** A PKCS #12 file that is well formed and can't be opened. */
export class Pkcs12Error extends DerError {
  constructor(
    readonly fault: Pkcs12Fault,
    readonly detail = '',
  ) {
    super(`PKCS #12: ${fault}${detail === '' ? '' : ` (${detail})`}`)
  }
}
