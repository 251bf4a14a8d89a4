export const builtinModules: {
  name: string
  renderChunk(code: string, chunk: { fileName: string }): string
}
