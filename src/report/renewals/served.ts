/** Target → the certificates it sends, and where. */
import type { CertificateSummary, Target } from '../../types.js'
import { hostLabel } from '../labels.js'
import { type Judged, judgedOf } from './judged.js'
import type { ServedAt } from './types.js'

export interface Served extends Omit<Target, 'certificate' | 'chains'> {
  certificate: CertificateSummary
  served: ServedAt
  judged: Judged | null
}

interface Shown {
  certificate: CertificateSummary
  addresses: string[]
  clients: string[]
  vantages: string[]
}

/** Every certificate of its own that the target shows; the one of the newest client may be reported outside its chains only. */
export function certificatesIn(target: Target): CertificateSummary[] {
  return shownBy(target).map(({ certificate }) => certificate)
}

/** Every distinct certificate of a host once, with what it is shown at. */
export function servedBy(target: Target): Served[] {
  const { chains, certificate: first, ...rest } = target
  const shown = shownBy(target)
  const leaves = shown.map(({ certificate }) => certificate)
  const every = (name: 'addresses' | 'clients' | 'vantages') => new Set(shown.flatMap((one) => one[name]))
  return shown.map(({ certificate, addresses, clients, vantages }) => ({
    ...rest,
    certificate,
    served: {
      host: hostLabel(target),
      addresses: addresses.length < every('addresses').size ? addresses : [],
      clients: clients.length < every('clients').size ? clients : [],
      ...(vantages.length < (target.vantages?.length ?? 0) && { vantages }),
    },
    judged: judgedOf(target.results, { certificate, addresses, clients, leaves }),
  }))
}

function shownBy({ chains = [], certificate: first }: Target): Shown[] {
  const found = new Map<string, Shown>()
  for (const { certificate, addresses, clients, vantages = [] } of chains) {
    if (!certificate) continue
    const known = found.get(certificate.sha256) ?? { certificate, addresses: [], clients: [], vantages: [] }
    found.set(certificate.sha256, {
      certificate,
      addresses: [...new Set([...known.addresses, ...addresses])],
      clients: [...new Set([...known.clients, ...clients])],
      vantages: [...new Set([...known.vantages, ...vantages])],
    })
  }
  if (first && !found.has(first.sha256))
    return [{ certificate: first, addresses: [], clients: [], vantages: [] }, ...found.values()]
  return [...found.values()]
}
