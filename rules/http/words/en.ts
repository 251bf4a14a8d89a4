/** Text shared by several rules about HTTP answers. */
import type { ReasonText } from '../../../src/i18n/types.js'

export const noAnswer: ReasonText<{ path: string; phase: string; cause: string }> = {
  message: ({ path, phase, cause }, { subject }) => `${subject}${path} gave no answer (${phase}: ${cause}).`,
  fix: () => 'Run again, with a longer --timeout if the server is slow.',
}

export const notHttp: ReasonText<{ path: string; problem: string; got: string }> = {
  message: ({ path, problem, got }, { subject }) =>
    problem === 'endless-head'
      ? `${subject}${path} answers with more than 64 kB of header fields.`
      : problem === 'length'
        ? `${subject}${path} answers with a Content-Length that contradicts itself.`
        : `${subject}${path} does not answer in HTTP/1.1; it sent: ${got}`,
  fix: () => 'Find out which program listens on this port, and what the gateway in front of it sends.',
}
