/** See `suffixes.mjs`. */
export function suffixRules(): Promise<string[]>
