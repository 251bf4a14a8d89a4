/** Text shared by several rules about the domain list. */
export const CONSOLE =
  'Change the entry in the console and in the config alike; on Alipay and mPaaS the mini program must then be packed and uploaded again.'
