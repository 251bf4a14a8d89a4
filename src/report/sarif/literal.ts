/** Braces are placeholders (SARIF 3.11.5), `[text](target)` is a link (3.11.6): after this neither is interpreted. */
export function literal(text: string): string {
  return text.replace(/[{}]/g, '$&$&').replaceAll('](', '] (')
}
