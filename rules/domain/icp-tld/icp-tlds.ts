/**
 * Top-level domains whose registries the ministry (MIIT) has approved, so that names under them can be filed (ICP). The
 * ministry publishes its list only as a search page (https://domain.miit.gov.cn); these are copies kept by others. The
 * list grows: a missing domain may have been approved since.
 */
export const LIST_READ_ON = '2026-11-27'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

export const ICP_TLD_SOURCES: readonly { source: string; asOf: string; tlds: readonly string[] }[] = [
  {
    source: 'https://gist.github.com/yueim/70dcbaa5ec5a13f2841893dfcf60a826',
    asOf: 'undated',
    tlds: words(`
      archi art asia auto baby baidu band beer bio biz black blue bond cab cafe cash cc center chase chat
      citic city cloud club cn co college com company cool cyou design email fan fans fashion fit fun fund
      games gold green group guru host icu info ink jpmorgan kim law life link live lotto love ltd luxe market
      mba media mobi monster net news online organic pet pink plus poker press pro promo protection pub red
      ren rent run sale school security shop shopping show site ski social sohu space storage store studio tax
      team tech technology theatre today top tv unicom uno video vin vip vote voto wang website wiki work
      world xin xyz yoga zone
    `),
  },
  {
    // Those it refers to the ministry's page for, 32.
    source:
      'https://github.com/v2fly/domain-list-community/blob/6ec401aa46054a83c92b07184a0b31fd065ca5d7/data/tld-cn',
    asOf: '2026-07-04',
    tlds: words(`
      xn--1qqw23a xn--3bst00m xn--3ds443g xn--55qw42g xn--55qx5d xn--5tzm5g xn--6frz82g xn--6qq986b3xl
      xn--8y0a063a xn--9et52u xn--czr694b xn--czrs0t xn--czru2d xn--fiq228c5hs xn--fiq64b xn--fiqs8s
      xn--fiqz9s xn--fjq720a xn--g2xx48c xn--hxt814e xn--imr513n xn--io0a7i xn--kput3i xn--nyqy26a xn--otu796d
      xn--rhqv96g xn--ses554g xn--unup4y xn--vhquv xn--vuq861b xn--xhq521b xn--zfr164b
    `),
  },
]

export const APPROVED: readonly string[] = ICP_TLD_SOURCES.flatMap(({ tlds }) => [...tlds])

/** Reported as rejected (goplus/builder#468 of 2024-05; notes of 2026-08). */
export const NOT_FILEABLE: readonly string[] = ['app', 'dev', 'fyi']
