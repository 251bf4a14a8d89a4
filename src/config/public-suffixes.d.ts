/** The public suffix list as the package psl carries it. */
declare module '#public-suffixes' {
  const rules: readonly string[]
  export default rules
}
