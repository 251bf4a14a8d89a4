// One test case of x509-limbo through our path building, validation and host matching. Runs in a worker.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import psl from 'psl'

const x509 = await import(pathToFileURL(path.join(workerData.dist, 'src/x509/index.js')).href)

const one = (pem) => x509.readCertificate(x509.readPem(pem)[0])

// Certificates we can't read are left out, as a client leaves them out; the leaf must be readable.
const readable = (pems) =>
  pems.flatMap((pem) => {
    try {
      return [one(pem)]
    } catch (error) {
      if (error instanceof x509.DerError) return []
      throw error
    }
  })

const policyOf = (testcase, strict) => ({
  at: testcase.validation_time ? Date.parse(testcase.validation_time) : workerData.now,
  maxDepth: testcase.max_chain_depth ?? null,
  strict,
})

const HOST_OPTIONS = {
  lenient: {},
  strict: { wildcardOnPublicSuffix: 'refuse', isPublicSuffix: (domain) => psl.get(domain) === null },
}

function hostFaults(leaf, testcase, strict) {
  const peer = testcase.expected_peer_name
  if (!peer) return []
  const { matches } = x509.matchHost(leaf, peer.value, strict ? HOST_OPTIONS.strict : HOST_OPTIONS.lenient)
  return matches ? [] : [`no entry for ${peer.value}`]
}

/** Where lists of the issuer were given, one of them must vouch for the certificate. */
function revocationFaults(certPath, crls, at) {
  return certPath.certificates.flatMap((certificate, index) => {
    const issuer = x509.pathIssuer(certPath, index)
    const ours = crls.filter((crl) => crl.issuer.canonical === certificate.issuer.canonical)
    const answers = ours.map((crl) => x509.crlStatus(crl, certificate, issuer, at))
    const revoked = answers.some(({ status }) => status === 'revoked')
    if (!revoked && (ours.length === 0 || answers.some(({ status }) => status === 'good'))) return []
    return [revoked ? `revoked@${index}` : `revocation unknown@${index}: ${answers[0].why}`]
  })
}

/** What is wrong with the best path; empty means accepted. */
function faultsOf(testcase, strict) {
  let leaf
  try {
    leaf = one(testcase.peer_certificate)
  } catch (error) {
    if (error instanceof x509.DerError) return [`unreadable leaf: ${error.message}`]
    throw error
  }
  const anchors = x509.anchorsOf(readable(testcase.trusted_certs))
  const built = x509.buildPaths({ leaf, others: readable(testcase.untrusted_intermediates), anchors })
  const policy = policyOf(testcase, strict)
  const host = hostFaults(leaf, testcase, strict)
  const crls = (testcase.crls ?? []).map((pem) => x509.readCrl(x509.readPem(pem, ['X509 CRL'])[0]))
  let best = null
  for (const candidate of built.paths) {
    const faults = [
      ...(candidate.anchor ? [] : [`no anchor: ${candidate.end}`]),
      ...x509.checkPath(candidate, policy).map(({ code, index, detail }) => `${code}@${index} ${detail}`),
      ...host,
      ...(candidate.anchor ? revocationFaults(candidate, crls, policy.at) : []),
    ]
    if (faults.length === 0) return []
    if (best === null || faults.length < best.length) best = faults
  }
  return best ?? ['no path']
}

parentPort.on('message', (testcase) => {
  const start = performance.now()
  let faults
  let threw = false
  try {
    faults = faultsOf(testcase, workerData.strict)
  } catch (error) {
    threw = true
    faults = [`threw ${error?.stack ?? error}`]
  }
  parentPort.postMessage({ id: testcase.id, faults, threw, ms: performance.now() - start })
})
parentPort.postMessage({ ready: true })
