/** Target → the certificates it shows, and where. */
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
}

/** Every certificate of its own that the target shows; the one of the newest client may be told outside its chains only. */
export function certificatesIn(target: Target): CertificateSummary[] {
  return shownBy(target).map(({ certificate }) => certificate)
}

/** Every distinct certificate of a host once, with what it is shown at. */
export function servedBy(target: Target): Served[] {
  const { chains, certificate: first, ...rest } = target
  const shown = shownBy(target)
  const leaves = shown.map(({ certificate }) => certificate)
  const every = (name: 'addresses' | 'clients') => new Set(shown.flatMap((one) => one[name]))
  return shown.map(({ certificate, addresses, clients }) => ({
    ...rest,
    certificate,
    served: {
      host: hostLabel(target),
      addresses: addresses.length < every('addresses').size ? addresses : [],
      clients: clients.length < every('clients').size ? clients : [],
    },
    judged: judgedOf(target.results, { certificate, addresses, clients, leaves }),
  }))
}

function shownBy({ chains = [], certificate: first }: Target): Shown[] {
  const found = new Map<string, Shown>()
  for (const { certificate, addresses, clients } of chains) {
    if (!certificate) continue
    const known = found.get(certificate.sha256) ?? { certificate, addresses: [], clients: [] }
    found.set(certificate.sha256, {
      certificate,
      addresses: [...new Set([...known.addresses, ...addresses])],
      clients: [...new Set([...known.clients, ...clients])],
    })
  }
  if (first && !found.has(first.sha256))
    return [{ certificate: first, addresses: [], clients: [] }, ...found.values()]
  return [...found.values()]
}
