/** Trust anchors are a quarter of the program and aren't needed for probing: loaded while the first answers are pending. */
import { loadAsn1 } from '../x509/index.js'

type LookUps = typeof import('./look-up.js')

/** The only import of it: Node would look for the file again for another module. */
export async function loadLookUp(): Promise<LookUps> {
  const lookUps = await import('./look-up.js')
  loadAsn1()
  return lookUps
}
