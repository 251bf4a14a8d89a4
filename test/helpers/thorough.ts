/** How often something is tried at random: a fifth of it in `npm test`, all of it in `npm run test:fuzz` (HEFA_THOROUGH). */
export const THOROUGH = process.env.HEFA_THOROUGH !== undefined

export const runs = (thoroughly: number): number => (THOROUGH ? thoroughly : thoroughly / 5)
