/** What Babel and TypeScript make of classes, spreads and generators, minified as builds upload it. */
import { expect, test } from 'vitest'
import { analyse } from '../../../src/scan/trace/index.js'
import { projectOf, type Sources } from './sources.js'

async function told(sources: Sources): Promise<string[]> {
  const { calls } = await analyse(projectOf(sources))
  return calls.map(({ place, callee, urls, undetermined }) => {
    const all = urls.map(({ text, complete }) => (complete ? text : `${text}…`)).join(' ')
    return `${place.file}:${place.line} ${callee} ${all} ${undetermined}`
  })
}

/** Babel's helpers, as it writes them beside a script. */
const DEFINE = `function d(e,t,n){return(t=k(t))in e?Object.defineProperty(e,t,{value:n,enumerable:!0}):e[t]=n,e}`
const SPREAD = `function s(e){for(var t=1;t<arguments.length;t++){var n=null!=arguments[t]?arguments[t]:{};Object.keys(n).forEach(function(t){d(e,t,n[t])})}return e}`
const CLASS = `function c(e,t,n){return t&&p(e.prototype,t),n&&p(e,n),e}`

test.each([
  [
    'methods, and fields set by name',
    `${DEFINE}${CLASS}
var H=function(){function e(t){d(this,"base",t)}return c(e,[{key:"get",value:function(e){return wx.request({url:this.base+e})}}],[{key:"log",value:function(e){wx.uploadFile({url:"https://log.example"+e})}}])}();
new H("https://a.example").get("/rows"),H.log("/e")`,
    ['a.js:3 wx.request https://a.example/rows null', 'a.js:3 wx.uploadFile https://log.example/e null'],
  ],
  [
    'spread objects: the last one wins',
    `${DEFINE}${SPREAD}
var o=s({url:"https://no.example"},{url:"https://b.example"}),m=s(s({},o),{},{header:{}});
wx.request(m),wx.request(s(s({},m),{url:"https://c.example"}))`,
    ['a.js:3 wx.request https://b.example null', 'a.js:3 wx.request https://c.example null'],
  ],
  [
    "Object.assign's own form, TypeScript's, and a project's `extend` that changes what it is given",
    `function x(){return x=Object.assign?Object.assign.bind():function(e){for(var t=1;t<arguments.length;t++){var n=arguments[t];for(var r in n)e[r]=n[r]}return e},x.apply(null,arguments)}
var __assign=function(t){for(var s,i=1,n=arguments.length;i<n;i++){s=arguments[i];for(var p in s)t[p]=s[p]}return t};
var settings={base:""};__assign(settings,{base:"https://d.example"});
wx.request(x({},{url:settings.base+"/x"})),wx.request(__assign({url:"https://no.example"},{url:"https://e.example"}))`,
    ['a.js:4 wx.request https://d.example/x null', 'a.js:4 wx.request https://e.example null'],
  ],
  [
    'parameters with defaults, and arguments handed on',
    `function get(){var e=arguments.length>1&&void 0!==arguments[1]?arguments[1]:"https://f.example";wx.request({url:e+arguments[0]})}
function all(){return get.apply(this,arguments)}
all("/a"),all("/b","https://g.example")`,
    ['a.js:3 wx.request https://f.example/a null', 'a.js:3 wx.request https://g.example/b null'],
  ],
  [
    'a list of steps that is a member',
    `var h={steps:[],use:function(e){this.steps.push(e)},get:function(e){var t={url:e};this.steps.forEach(function(e){t=e(t)||t}),wx.request(t)}};
h.use(function(e){return{url:"https://h.example"+e.url}}),h.get("/x")`,
    ['a.js:2 wx.request https://h.example/x null'],
  ],
  [
    'a sum of its arguments is no object',
    `function sum(e){for(var t=1;t<arguments.length;t++)e+=arguments[t];return e}
wx.request({url:sum("https://i.example","/x")})`,
    ['a.js:2 wx.request https://i.example https://i.example/x null'],
  ],
])('%s', (_, code, calls) => expect(told({ 'a.js': code })).resolves.toEqual(calls))
