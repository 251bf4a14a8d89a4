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
    "esbuild's spread, in arrow functions; and members put on by its own name for it",
    `var D=Object.defineProperties,O=Object.getOwnPropertyDescriptors,n=(e,r,s)=>r in e?Object.defineProperty(e,r,{value:s}):e[r]=s,p=(t,e)=>{for(var r in e||(e={}))n(t,r,e[r]);return t},u=(t,s)=>D(t,O(s)),f=(t,e,s)=>(n(t,"symbol"!=typeof e?e+"":e,s),s);
class H{constructor(){f(this,"base","https://j.example")}get(t){wx.request(u(p({url:"https://no.example"},t),{url:this.base+t.url}))}}
new H().get({url:"/x"})`,
    ['a.js:3 wx.request https://j.example/x null'],
  ],
  [
    'async functions of esbuild and TypeScript: `this` is that around them, and what is waited for comes back',
    `var c=(t,e,r)=>new Promise(s=>{r.apply(t,e).next()}),__awaiter=(t,a,P,g)=>new P(s=>g.apply(t,a||[]).next());
class H{constructor(t){this.base=t}get(t){return c(this,null,function*(){var e=yield this.head(t);yield wx.request({url:e})})}head(t){return this.base+t}put(t){return __awaiter(this,void 0,void 0,function(){var e;return __generator(this,function(r){switch(r.label){case 0:return[4,this.head(t)];case 1:return e=r.sent(),[2,wx.uploadFile({url:e})]}})})}}
var h=new H("https://k.example");h.get("/x"),h.put("/y")`,
    ['a.js:3 wx.request https://k.example/x null', 'a.js:3 wx.uploadFile https://k.example/y null'],
  ],
  [
    "async functions of Babel: the cases of regenerator's `switch`",
    `var get=function(){var t=A(R().mark(function t(e){var n,r;return R().wrap(function(t){while(1)switch(t.prev=t.next){case 0:if(n={url:e},e){t.next=3;break}return t.abrupt("return");case 3:return t.next=5,base();case 5:return r=t.sent,t.abrupt("return",wx.request({url:r+n.url}));case 7:case"end":return t.stop()}},t)}));return function(e){return t.apply(this,arguments)}}();
function base(){return B.apply(this,arguments)}function B(){return(B=A(R().m(function t(){return R().w(function(t){for(;;)switch(t.n){case 0:return t.a(2,"https://l.example")}},t)}))).apply(this,arguments)}
get("/x")`,
    ['a.js:3 wx.request https://l.example/x null'],
  ],
  [
    'what goes round within such cases may have every value it is given',
    `var get=A(R().mark(function t(){var e;return R().wrap(function(t){while(1)switch(t.prev=t.next){case 0:e="https://m.example";case 1:return t.next=3,wx.request({url:e});case 3:e="https://n.example",t.next=1;break;case 5:case"end":return t.stop()}},t)}));
get()`,
    ['a.js:1 wx.request https://m.example https://n.example null'],
  ],
  [
    'a generator that somebody runs, who is not known',
    'co(function*(){yield wx.request({url:"https://o.example"})})',
    ['a.js:1 wx.request https://o.example null'],
  ],
  [
    'a sum of its arguments is no object',
    `function sum(e){for(var t=1;t<arguments.length;t++)e+=arguments[t];return e}
wx.request({url:sum("https://i.example","/x")})`,
    ['a.js:2 wx.request https://i.example https://i.example/x null'],
  ],
])('%s', (_, code, calls) => expect(told({ 'a.js': code })).resolves.toEqual(calls))

test('a module made of one with a default export is that one, and asked once', () =>
  expect(
    told({
      'api.js': `Object.defineProperty(exports,"__esModule",{value:!0});exports.default={get:function(e){return wx.request({url:"https://p.example"+e})},request:function(){}};`,
      'a.js': `function _interop(e){return e&&e.__esModule?e:{default:e}}
var _api=require("./api.js"),_api2=_interop(_api);_api2.default.get("/x")`,
    }),
  ).resolves.toEqual(['a.js:2 wx.request https://p.example/x null']))
