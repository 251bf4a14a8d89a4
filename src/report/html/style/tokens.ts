/** Colours by what they mean. Text on its own tint keeps a contrast of 4.5 to 1 (WCAG 2.2, 1.4.3) in both themes. */
const LIGHT = `--paper:#faf9f6;--card:#fff;--sunken:#f3f1ec;--ink:#1c1f24;--soft:#565d68;--line:#e4e0d7;--edge:#8c887d;
--accent:#1d5a9e;--fail:#a31d1d;--fail-tint:#fbecea;--warn:#7a5000;--warn-tint:#fbf1dc;--unknown:#593c97;--unknown-tint:#f1ecfa;
--pass:#17603a;--pass-tint:#e7f3ec;--note:#4a5563;--note-tint:#eef0f3;--bar:#a9c9b6;--bar-window:#d9a441;`
const DARK = `--paper:#14161a;--card:#1b1e24;--sunken:#22262d;--ink:#e8e6e1;--soft:#a7adb8;--line:#2e333c;--edge:#7c838f;
--accent:#8cbcf4;--fail:#ff9d95;--fail-tint:#3a1d1d;--warn:#f0c672;--warn-tint:#352a14;--unknown:#c8b3f6;--unknown-tint:#2b2441;
--pass:#8ad6a8;--pass-tint:#17301f;--note:#b5bcc7;--note-tint:#272c34;--bar:#3f6a50;--bar-window:#b98a2c;`

export const TOKENS = `
:root{color-scheme:light;${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]){color-scheme:dark;${DARK}}}
@media screen{:root[data-theme="dark"]{color-scheme:dark;${DARK}}}
:root{
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Zen Hei",sans-serif;
--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono","Noto Sans Mono CJK SC",monospace;
--radius:10px}
`
