/** What is used of node-forge/lib/asn1.js, which comes without types. */
export interface ForgeNode {
  tagClass: number
  type: number
  constructed: boolean
  value: string | ForgeNode[]
}

export interface Asn1 {
  fromDer(
    bytes: string,
    options: { strict: boolean; parseAllBytes: boolean; decodeBitStrings: boolean; maxDepth: number },
  ): ForgeNode
}
