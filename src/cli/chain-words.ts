/** What `hefa chain` prints besides the chain: its changes, or why there is none. */
import type { Served, Unserved } from '../audit/index.js'
import type { CliWords } from '../i18n/cli.js'

function stepText(step: Served['steps'][number], chain: CliWords['files']['chain']): string {
  if (step.step === 'added') return chain.added(step.subject, step.url)
  return step.step === 'moved' ? chain.moved(step.order) : chain.removed(step.subject)[step.why]
}

/** @param sent DER of the original certificates: anything else in the chain comes from files or the network */
export function whatWasDone(
  { certificates, steps, legacyLost }: Served,
  sent: readonly Buffer[],
  { files }: CliWords,
): string[] {
  const { chain } = files
  const fetched = steps.flatMap((one) => (one.step === 'added' ? one.subject : []))
  const taken = certificates
    .filter(({ der }) => !sent.some((one) => one.equals(der)))
    .map(({ subject }) => subject.commonName ?? subject.text)
    .filter((name) => !fetched.includes(name))
    .map((name) => chain.added(name, ''))
  const told = steps.map((step) => stepText(step, chain))
  const done = [...taken, ...told]
  return [
    ...(done.length > 0 ? done : [chain.unchanged(certificates.length)]),
    ...(legacyLost.length > 0 ? [chain.legacyLost(legacyLost.join(', '))] : []),
  ]
}

/** @param fetched were missing issuers looked for? */
export function whyNot(subject: string, unserved: Unserved, fetched: boolean, words: CliWords): string {
  return words.files.chain.no(subject, reasonText(unserved, fetched, words))
}

function reasonText(unserved: Unserved, fetched: boolean, { files }: CliWords): string {
  const { why, violations } = files.chain
  switch (unserved.reason) {
    case 'unreadable':
      return why.unreadable
    case 'self-signed':
      return why['self-signed'](unserved.subject)
    case 'unknown-root':
      return why['unknown-root'](unserved.root)
    case 'missing-issuer': {
      const tried = unserved.tried.map(({ url, failure }) => `${url}: ${failure}`).join('; ')
      const said = tried === '' ? (fetched ? why.noAddress : why.notFetched) : tried
      return why['missing-issuer'](unserved.of, unserved.issuer, said)
    }
    case 'invalid':
      return why.invalid(
        unserved.violations
          .map(({ subject, code }) => `"${subject}": ${violations[code] ?? code}`)
          .join('; '),
      )
    case 'lost': {
      const refused = unserved.refused.map(({ store, authority }) => {
        const own = unserved.lost.filter((name) => name.startsWith(store))
        return why.refused(unserved.root, authority, own.join(', '))
      })
      const others = unserved.lost.filter(
        (name) => !unserved.refused.some(({ store }) => name.startsWith(store)),
      )
      return [...refused, ...(others.length > 0 ? [why.lost(unserved.root, others.join(', '))] : [])].join(
        '; ',
      )
    }
  }
}
