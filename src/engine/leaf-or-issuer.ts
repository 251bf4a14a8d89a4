/** Reasons that exist twice, for a leaf and for an issuer. */

/** Faults of the leaf are the owner's to fix, those of an issuer the CA's, so each has its own reason. */
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
