/** Distrusted CAs, by their anchors (ids of the root data) and by organization. */

export type FamilyId =
  | 'wosign'
  | 'startcom'
  | 'cnnic'
  | 'symantec'
  | 'certinomis'
  | 'camerfirma'
  | 'trustcor'
  | 'e-tugra'
  | 'globaltrust'
  | 'entrust'
  | 'entrust-2048'
  | 'affirmtrust'
  | 'digicert-2006'

export interface Family {
  /** For people. */
  name: string
  anchors: ReadonlySet<string>
  /** organizationName values, lower case, as names compare; they count only for chains that end in no anchor. */
  organisations: readonly string[]
}

/**
 * iOS lists still contain these roots, up to 18 and one in 26, but TLS certificates under them are refused from this version on.
 */
export const IOS_TLS_ENDED = '11'

/** VeriSign, thawte, GeoTrust, Equifax, Symantec. Not the brands that DigiCert operates under its own roots. */
export const SYMANTEC: ReadonlySet<string> = new Set([
  'c41bcdb9d7b1', // Class 1 Public Primary Certification Authority
  '36128d50756c', // Class 1 Public Primary Certification Authority - G2
  'd9fa61fb86ca', // Class 2 Public Primary Certification Authority
  '2ae38332e20a', // Class 2 Public Primary Certification Authority - G2
  '2c63fd197383', // Class 3 Public Primary Certification Authority
  '08daca537171', // Class 3 Public Primary Certification Authority - G2
  '12d190f2e2c5', // Class 4 Public Primary Certification Authority - G2
  '4f31a6065945', // Equifax Secure Certificate Authority
  'f6dcad95de84', // Equifax Secure Global eBusiness CA-1
  '2791fdf05a20', // Equifax Secure eBusiness CA-1
  '4bb967e8d7ce', // Equifax Secure eBusiness CA-2
  '8128a1c605db', // GeoTrust Global CA
  'dea57dea5ac7', // GeoTrust Global CA 2
  '0ad748ad6194', // GeoTrust Primary Certification Authority
  'a073d36ca9eb', // GeoTrust Primary Certification Authority - G2
  '4a3f0bb40c98', // GeoTrust Primary Certification Authority - G3
  'a375d830815c', // GeoTrust Universal CA
  '8f83f7135b66', // GeoTrust Universal CA 2
  '38bd7d78d168', // Symantec Class 1 Public Primary Certification Authority - G4
  'd4ac680a231d', // Symantec Class 1 Public Primary Certification Authority - G6
  '1d3b979ccd46', // Symantec Class 2 Public Primary Certification Authority - G4
  'f93ff99d3d2d', // Symantec Class 2 Public Primary Certification Authority - G6
  'd03685a2937c', // Symantec Class 3 Public Primary Certification Authority - G4
  'eadc500ad88d', // Symantec Class 3 Public Primary Certification Authority - G6
  'efd4d94df016', // Thawte Personal Basic CA
  '0d81dd958869', // Thawte Personal Freemail CA
  '79bc25bb9321', // Thawte Personal Premium CA
  'ffb97cfc0479', // Thawte Premium Server CA
  '56e521671b30', // Thawte Server CA
  '967d423a8712', // Thawte Timestamping CA
  'ce63aaadb196', // VeriSign Class 1 Public Primary Certification Authority - G3
  '9f355c654b91', // VeriSign Class 2 Public Primary Certification Authority - G3
  '48aeaf5c35e5', // VeriSign Class 3 Public Primary Certification Authority - G3
  '9e492d60f68b', // VeriSign Class 3 Public Primary Certification Authority - G4
  '09e9e469f981', // VeriSign Class 3 Public Primary Certification Authority - G5
  'e2e8152d4102', // VeriSign Class 4 Public Primary Certification Authority - G3
  '95cff1062ff4', // VeriSign Universal Root Certification Authority
  '3dc6a0079602', // thawte Primary Root CA
  '112633f3dcb6', // thawte Primary Root CA - G2
  '04029026491d', // thawte Primary Root CA - G3
])

const family = (name: string, anchors: Iterable<string>, organisations: readonly string[]): Family => ({
  name,
  anchors: new Set(anchors),
  organisations,
})

export const FAMILIES: Readonly<Record<FamilyId, Family>> = {
  wosign: family(
    'WoSign',
    ['c28b8431bd55', '8c55d9aa7525', '7ad0e4b0a5ca', 'c712362bb421'],
    ['wosign ca limited'],
  ),
  startcom: family('StartCom', ['1cfa10a36bd0', '8701f10d8e37'], ['startcom ltd.', 'startcom ca']),
  cnnic: family(
    'CNNIC',
    ['6c6dae76368e', 'ff8a99631ad5'],
    ['cnnic', 'china internet network information center'],
  ),
  symantec: family('Symantec (VeriSign, GeoTrust, thawte)', SYMANTEC, [
    'symantec corporation',
    'verisign, inc.',
    'geotrust inc.',
    'geotrust, inc.',
    'thawte, inc.',
    'thawte consulting cc',
    'equifax',
  ]),
  certinomis: family('Certinomis', ['2d8126d06bd6', '78fbce7c990e', 'bd324d052d88'], ['certinomis']),
  camerfirma: family(
    'AC Camerfirma',
    ['bc2fd9ea6158', '849ad3279d9b', 'f33bd6ddc757', '7db0c6863b89'],
    ['ac camerfirma s.a.', 'ac camerfirma sa cif a82743287'],
  ),
  trustcor: family(
    'TrustCor',
    ['76c969c4ba3e', 'eb38b702a2d8', '93e4635f1277'],
    ['trustcor systems s. de r.l.'],
  ),
  'e-tugra': family('E-Tugra', ['e74f96bd9c3e'], ['e-tuğra ebg bilişim teknolojileri ve hizmetleri a.ş.']),
  globaltrust: family(
    'GLOBALTRUST (e-commerce monitoring)',
    ['6645d5a90fc9'],
    ['e-commerce monitoring gmbh'],
  ),
  // Android removed Entrust's roots in two steps, and kept AffirmTrust's.
  entrust: family(
    'Entrust',
    [
      '45d455e704c2', // Entrust Root Certification Authority
      '34f6aa8ca6ec', // Entrust Root Certification Authority - EC1
      '0f90e5ff2d33', // Entrust Root Certification Authority - G2
    ],
    [],
  ),
  'entrust-2048': family(
    'Entrust',
    [
      '47e10321de24', // Entrust Root Certification Authority - G4
      '7e17a7dea538', // Entrust.net Certification Authority (2048)
    ],
    [],
  ),
  affirmtrust: family(
    'AffirmTrust (Entrust)',
    [
      '866456f05248', // AffirmTrust Commercial
      'ebd02e0c68bc', // AffirmTrust Networking
      '76297959fb01', // AffirmTrust Premium
      '56c26f47c33d', // AffirmTrust Premium ECC
    ],
    [],
  ),
  'digicert-2006': family('DigiCert roots of 2006', ['8b09f71254c1', 'e3a02dd69228', '065d43f4c81b'], []),
}
