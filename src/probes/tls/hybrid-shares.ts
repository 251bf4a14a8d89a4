/**
 * Post-quantum hybrids: X25519MLKEM768 (draft-ietf-tls-ecdhe-mlkem section 3) and the draft that came before it,
 * X25519Kyber768Draft00 (draft-tls-westerbaan-xyber768d00). Their library is large, so that
 * only an audit loads it, before its first connection.
 */
import { createHash } from 'node:crypto'
import { MalformedError } from './bytes.js'
import { GROUP } from './code-points.js'
import { publicKey, secretKey } from './hybrid-key.js'
import { addKeyPair, agree, shareOf } from './key-shares.js'

const X25519_LENGTH = 32
const CIPHERTEXT_LENGTH = 1088

let loading: Promise<void> | undefined

/** Makes the hybrid groups known to `shareOf` and `agree`. */
export function loadHybridShares(): Promise<void> {
  loading ??= load()
  return loading
}

async function load(): Promise<void> {
  const { ml_kem768: mlKem } = await import('@noble/post-quantum/ml-kem.js')
  const ours = shareOf(GROUP.x25519)
  const open = (ciphertext: Buffer): Buffer => Buffer.from(mlKem.decapsulate(ciphertext, secretKey))
  addKeyPair(GROUP.x25519MlKem768, {
    share: Buffer.concat([publicKey, ours]),
    agree: (peer) => {
      const [ciphertext, theirs] = split(peer, CIPHERTEXT_LENGTH)
      return Buffer.concat([open(ciphertext), agree(GROUP.x25519, theirs)])
    },
  })
  addKeyPair(GROUP.x25519Kyber768, {
    share: Buffer.concat([ours, publicKey]),
    agree: (peer) => {
      const [theirs, ciphertext] = split(peer, X25519_LENGTH)
      return Buffer.concat([agree(GROUP.x25519, theirs), kyberSecret(open(ciphertext), ciphertext)])
    },
  })
}

function split(peer: Buffer, at: number): [Buffer, Buffer] {
  if (peer.length !== X25519_LENGTH + CIPHERTEXT_LENGTH)
    throw new MalformedError(`hybrid share of ${peer.length} bytes`)
  return [peer.subarray(0, at), peer.subarray(at)]
}

/**
 * Kyber of round 3 shares keys, encryption and first secret with ML-KEM; it then hashes that secret once more with
 * the ciphertext, which FIPS 203 (appendix C.1) left out.
 */
function kyberSecret(secret: Buffer, ciphertext: Buffer): Buffer {
  const digest = createHash('sha3-256').update(ciphertext).digest()
  return createHash('shake256', { outputLength: 32 }).update(secret).update(digest).digest()
}
