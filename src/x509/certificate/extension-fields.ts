import type { Certificate, EncodingFault } from '../types.js'

/** The part of a certificate that its extensions fill, and what is odd in them although it can be understood. */
export type ExtensionFields = { odd: EncodingFault[] } & Pick<
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
