declare module 'node-forge/lib/asn1.js' {
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
}
