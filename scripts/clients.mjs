/**
 * Packs the collected ClientHello profiles into src/clients/data.ts.
 * Usage: node scripts/clients.mjs clients.json [src/clients/data.ts]
 */
import { readFileSync, writeFileSync } from 'node:fs'

const READ_ON = '2026-11-20'
const [input, output = 'src/clients/data.ts'] = process.argv.slice(2)
if (input === undefined) {
  console.error('usage: node scripts/clients.mjs clients.json [OUTPUT.ts]')
  process.exit(2)
}
writeFileSync(output, moduleText(JSON.parse(readFileSync(input, 'utf8'))))

function codes(list) {
  return list.map((code) => code.replace(/^0x/, '')).join(' ')
}

function pack({ id, family, from, to, stack, hello, certainty, source, permutedExtensions, ...rest }) {
  return {
    id,
    family,
    from,
    to,
    stack,
    certainty,
    record: codes([hello.recordVersion]),
    legacy: codes([hello.legacyVersion]),
    versions: codes(hello.versions),
    suites: codes(hello.ciphers),
    extensions: codes(hello.extensions),
    groups: codes(hello.groups),
    shares: codes(hello.keyShares),
    signatures: codes(hello.signatureAlgorithms),
    alpn: hello.alpn.join(' '),
    compress: codes(hello.compressCertificate),
    ...(hello.grease && { grease: true }),
    ...(permutedExtensions && { permuted: true }),
    ...(rest.ats && {
      ats: {
        suites: codes(rest.atsCiphers),
        versions: codes(rest.atsVersions),
        certainty: rest.atsCertainty,
      },
    }),
    source,
  }
}

function moduleText(profiles) {
  return [
    '// Made by scripts/clients.mjs; do not edit.',
    `// ${profiles.length} ClientHello profiles, one JSON object a line; code points in hex, GREASE values left out.`,
    `export const READ_ON = '${READ_ON}'`,
    'export const PACKED: string = String.raw`',
    ...profiles.map((profile) => JSON.stringify(pack(profile))),
    '`',
    '',
  ].join('\n')
}
