/** Hellos of which a device before a server in order does not like something. */
import { type OracleCase, server } from '../world.js'

export const cuts: readonly OracleCase[] = [
  server('cuts-nothing', 'a device that cuts nothing', { cuts: () => false }),
  server('cuts-ech', 'cut: encrypted_client_hello', { cuts: ({ extensions }) => extensions.has(0xfe0d) }),
  server('cuts-settings', 'cut: application settings', { cuts: ({ extensions }) => extensions.has(0x44cd) }),
  server('cuts-compressed', 'cut: compress_certificate', { cuts: ({ extensions }) => extensions.has(0x1b) }),
  server('cuts-long', 'cut: hellos of more than 1400 bytes', {
    cuts: ({ message }) => message.length > 1400,
  }),
]
