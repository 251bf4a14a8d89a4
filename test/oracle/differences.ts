/** Where Chromium and hefa are known to differ, and why. A difference that is not here fails the test, and so does one that is gone. */

const LOCAL_ANCHOR =
  'Chromium checks lifetimes under built-in roots only (cert_verify_proc.cc); a root given with --ca counts as built in'
export const DIFFERENCES: Readonly<Record<string, string>> = {
  'days-399': LOCAL_ANCHOR,
  'days-830': LOCAL_ANCHOR,
  'year-2051': LOCAL_ANCHOR,
}
