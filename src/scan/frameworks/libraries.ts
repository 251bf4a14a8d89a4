/** Libraries that request only URLs they are given, recognised by text that is in every copy and not in a project's own code. */

export interface KnownLibrary {
  name: string
  /** All of them are in it, anywhere. */
  holds: readonly RegExp[]
  /** No request goes to the addresses that stand in it. */
  namesNone?: true
  /** It loads other files of the library. */
  hasParts?: true
  /** Its global name, if it isn't a module. */
  globals?: readonly string[]
}

/** Looked up in the libraries' published files on 2026-11-27. */
export const LIBRARIES: readonly KnownLibrary[] = [
  {
    name: 'three.js',
    holds: [/\bWebGLRenderer\b/, /\bBufferGeometry\b/, /\bREVISION\b|__THREE__/],
    globals: ['THREE'],
  },
  // In 3.60 the address is its home page's, for the console.
  {
    name: 'Phaser',
    holds: [/\bPhaser\b/, /\bgameTitle\b/, /\bgameURL\b/],
    namesNone: true,
    globals: ['Phaser'],
  },
  // Loaders of its examples, and copies of them made into modules.
  { name: 'three.js GLTFLoader', holds: [/\bGLTFLoader\b/, /\bKHR_draco_mesh_compression\b/] },
  { name: 'PixiJS', holds: [/\bWebGLRenderer\b/, /\bBaseTexture\b/, /\bPIXI\b/], globals: ['PIXI'] },
  {
    name: 'Spine runtime',
    holds: [/\bspine\b/, /\bAnimationStateData\b|\.interpolation\s*=/, /\bSwirlEffect\b|\bSkeletonBinary\b/],
    globals: ['spine'],
  },
  {
    name: 'FairyGUI',
    holds: [/\bfgui\.GObject\s*=|\bfairygui\.GObject\s*=/, /\bUIPackage\b/],
    globals: ['fgui', 'fairygui'],
  },
  {
    name: 'protobuf.js',
    holds: [/\bProtoBuf\b|\bprotobuf\b/, /\bloadProtoFile\b|\bloadSync\b/, /\bzigZag|\bzzEncode|\bvarint/i],
    globals: ['protobuf', 'dcodeIO'],
  },
  // The output of its compiler for a project's messages.
  { name: 'protobuf.js', holds: [/^\/\*\s*eslint-disable block-scoped-var\b/, /\$protobuf\b/] },
  {
    name: 'Box2D',
    holds: [/\bb2Body\b/, /\bgoog\.exportPath_/],
    globals: ['box2d'],
  },
  { name: 'ammo.js', holds: [/\bammo\.js\b/i, /\bcurrentScript\b/], globals: ['Ammo', 'Physics3D'] },
  { name: 'xmldom', holds: [/\bDOMHandler\b/, /\bentityMap\b/, /\bDOMImplementation\b/] },
  { name: 'mp-html', holds: [/\btrustTags\s*:\s*makeMap\(/, /\bvoidTags\s*:\s*makeMap\(/] },
  // Workers of LayaAir, which read images.
  {
    name: 'LayaAir',
    holds: [/^(?:var createImageBitmapOK|function testCanImageData\()/, /\bcreateImageBitmap\b/],
  },
  // Files that its mini-game target adds to a game: loaders that cache files on the phone.
  {
    name: 'Egret',
    holds: [/\bclass (?:Binary|Image|Sound|Text)Processor\b/, /\bRES\.processor\.map\(/],
    hasParts: true,
  },
  // Adapters give a game the browser's objects, implemented with the platform's.
  {
    name: 'weapp-adapter',
    holds: [
      /\b(?:wx|qq|swan|tt|ks|my|qg|jsb)\.(?:connectSocket|request)\b/,
      /\bXMLHttpRequest\b/,
      /\bHTMLCanvasElement\b|\bHTMLElement\b/,
      /\bonTouchStart\b|\bTouchEvent\b/,
    ],
  },
]
