import type { Certificate } from '../types.js'

/** The part of a certificate that its extensions fill. */
export type ExtensionFields = Pick<
  Certificate,
  | 'basicConstraints'
  | 'keyUsage'
  | 'extendedKeyUsage'
  | 'subjectAltName'
  | 'subjectKeyId'
  | 'authorityKeyId'
  | 'caIssuers'
  | 'ocsp'
  | 'crl'
  | 'policies'
  | 'tlsFeatures'
  | 'scts'
  | 'generalNames'
  | 'nameConstraints'
  | 'policyMappings'
  | 'policyConstraints'
  | 'inhibitAnyPolicy'
  | 'authorityNamesCertificate'
>
