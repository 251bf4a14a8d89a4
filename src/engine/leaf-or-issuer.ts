/** Reasons that a leaf and an issuer have each for itself. */

/** What is wrong with the leaf is its owner's to fix, and with an issuer its CA's: each has a reason of its own. */
export type LeafOrIssuer<R extends string> = R | `issuer-${R}`

/** The same evidence for both. */
export type ByHolder<E> = { [R in keyof E & string as LeafOrIssuer<R>]: E[R] }

export const heldBy = <const R extends string>(reason: R, isLeaf: boolean): LeafOrIssuer<R> =>
  isLeaf ? reason : `issuer-${reason}`

/** Values by reason, for the leaf and for issuers. */
export function forBoth<const R extends string, const V>(
  values: {
    readonly [K in R]: V
  },
): Record<LeafOrIssuer<R>, V> {
  const entries = Object.entries<V>(values)
  return Object.fromEntries(
    [true, false].flatMap((leaf) => entries.map(([reason, value]) => [heldBy(reason, leaf), value])),
  ) as Record<LeafOrIssuer<R>, V>
}
