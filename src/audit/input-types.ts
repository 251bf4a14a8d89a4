/** What a file of certificates holds. */

export type Container = 'pem' | 'der' | 'pkcs7' | 'pkcs12'

export interface CertificateInput {
  /** DER; in the order of the file, or leaf first where the container keeps no order (PKCS #7, PKCS #12). */
  certificates: Buffer[]
  container: Container
  /** The file holds a private key as well; it was passed over. */
  hasKey: boolean
}
