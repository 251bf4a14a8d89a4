/** Endings that mean a certificate file; none is a top-level domain. */
const ENDING = /\.(?:pem|crt|cer|der|p7b|p7c|p12|pfx)$/i

export const looksLikeFile = (text: string): boolean => ENDING.test(text)
