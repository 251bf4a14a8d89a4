/** What the texts of several rules about the domain list say. */
export const CONSOLE =
  'Change the entry in the console and in the config alike; on Alipay and mPaaS the mini program must then be packed and uploaded again.'
