/** One row per certificate and host, then the hosts without a known certificate. */
import { csvLine } from '../csv.js'
import type { RenewalPlan } from './types.js'

const COLUMNS = [
  ...['host', 'state', 'expires', 'renewFrom', 'daysLeft', 'lifetimeDays', 'issuer', 'subject', 'names'],
  ...['platforms', 'apis', 'addresses', 'clients', 'sha256', 'message', 'vantages'],
]

export function csvRenewals({ renewals, unseen }: RenewalPlan): string {
  const rows = renewals.flatMap((renewal) => {
    const { state, expires, renewFrom, daysLeft, lifetimeDays, issuer, subject, names, platforms, sha256 } =
      renewal
    const apis = renewal.apis.flatMap(({ family, apis: own }) => own.map((api) => `${family} ${api}`))
    return renewal.servedAt.map(({ host, addresses, clients, vantages = [] }) => [
      ...[host, state, expires, renewFrom, daysLeft, lifetimeDays, issuer, subject, names],
      ...[platforms, apis, addresses, clients, sha256, '', vantages],
    ])
  })
  const open = unseen.map(({ host, reason, message }) =>
    COLUMNS.map((name) =>
      name === 'host' ? host : name === 'state' ? reason : name === 'message' ? message : '',
    ),
  )
  return [COLUMNS, ...rows, ...open].map(csvLine).join('')
}
