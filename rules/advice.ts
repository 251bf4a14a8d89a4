/** Rules that hefa advises where no page of a platform demands them. Written by `npm run docs`. */

export const ADVICE = {}
