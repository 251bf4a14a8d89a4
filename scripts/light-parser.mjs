// The parser without the two positions it keeps for every node: more than half of a tree's memory and a fifth of the time
// it takes. The scan uses offsets; lines and columns are computed for errors only. A script begins at
// offset 0 here: `startIndex` and a `startColumn` above 0, which moves it, are not used.
import { readFileSync } from 'node:fs'

/**
 * What is replaced in @babel/parser, each exactly once: with a version in which it isn't, the build fails instead of producing a
 * wrong tree.
 */
const CHANGES = [
  [
    `class Position {
  constructor(line, col, index) {
    this.line = void 0;
    this.column = void 0;
    this.index = void 0;
    this.line = line;
    this.column = col;
    this.index = index;
  }
}`,
    `let placed = null;
class Position {
  constructor(index) {
    this.index = index;
  }
  get line() { return linePlace(this.index).line; }
  get column() { return linePlace(this.index).column; }
}
function linePlace(index) {
  placed.starts ??= lineStarts(placed.input);
  const { starts, startLine, startColumn } = placed;
  let low = 0;
  for (let high = starts.length; high - low > 1;) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= index) low = middle;
    else high = middle;
  }
  return { line: startLine + low, column: index - starts[low] + (low === 0 ? startColumn : 0) };
}
function lineStarts(input) {
  const starts = [0];
  for (const { 0: end, index } of input.matchAll(/\\r\\n|[\\n\\r\\u2028\\u2029]/g)) starts.push(index + end.length);
  return starts;
}
class NodePlace {
  constructor(node) {
    this.node = node;
  }
  get start() { return new Position(this.node.start); }
  get end() { return new Position(this.node.end); }
}`,
  ],
  [
    `  const {
    line,
    column,
    index
  } = position;
  return new Position(line, column + columnOffset, index + columnOffset);`,
    '  return new Position(position.index + columnOffset);',
  ],
  [
    `      const {
        line,
        column,
        index
      } = (_overrides$loc = overrides.loc) != null ? _overrides$loc : loc;
      return constructor(new Position(line, column, index), `,
    `      const { index } = (_overrides$loc = overrides.loc) != null ? _overrides$loc : loc;
      return constructor(new Position(index), `,
  ],
  [
    'this.startLoc = this.endLoc = new Position(startLine, startColumn, startIndex)',
    'this.startLoc = this.endLoc = new Position(startIndex)',
  ],
  [
    'new Position(this.curLine, this.pos - this.lineStart, this.pos + this.startIndex)',
    'new Position(this.pos + this.startIndex)',
  ],
  ['new Position(curLine, pos - lineStart, pos)', 'new Position(pos)'],
  [
    'new Position(firstInvalidLoc.curLine, firstInvalidLoc.pos - firstInvalidLoc.lineStart, this.sourceToOffsetPos(firstInvalidLoc.pos))',
    'new Position(this.sourceToOffsetPos(firstInvalidLoc.pos))',
  ],
  [
    `    this.input = input;
    this.length = input.length;
    this.comments = [];`,
    `    this.input = input;
    placed = { input, startLine: options.startLine, startColumn: options.startColumn, starts: null };
    this.length = input.length;
    this.comments = [];`,
  ],
  [
    `    this.loc = new SourceLocation(loc);
    if ((parser == null ? void 0 : parser.optionFlags) & 128) this.range = [pos, 0];
    if (parser != null && parser.filename) this.loc.filename = parser.filename;
  }`,
    `    if ((parser == null ? void 0 : parser.optionFlags) & 128) this.range = [pos, 0];
  }
  get loc() { return new NodePlace(this); }`,
  ],
  [
    'const newNode = new Node(undefined, this.start, this.loc.start);',
    'const newNode = new Node(undefined, this.start);',
  ],
  ['    node.loc.start = startLoc;\n', ''],
]
/** The same in several places. */
const LEFT_OUT = [
  ['    node.loc.end = endLoc;\n', 2],
  ['    node.loc.identifierName = name;\n', 2],
  ['    cloned.loc = loc;\n', 3],
]

/**
 * @param {string} source the parser's text
 * @returns {string} one whose nodes have a `loc` that is worked out when it is asked for
 * @throws Error where the text is not the known one
 */
export function lightened(source) {
  const text = CHANGES.reduce((whole, [from, to]) => exchanged(whole, from, to, 1), source)
  const light = LEFT_OUT.reduce((whole, [from, count]) => exchanged(whole, from, '', count), text)
  if (/new Position\([^()]*,/.test(light)) throw new Error('@babel/parser makes positions elsewhere, too')
  return light
}

function exchanged(text, from, to, count) {
  const parts = text.split(from)
  if (parts.length !== count + 1)
    throw new Error(`@babel/parser is another one: ${parts.length - 1} times, not ${count}: ${from}`)
  return parts.join(to)
}

/** @type {import('esbuild').Plugin} */
export const lightParser = {
  name: 'light-parser',
  setup({ onLoad }) {
    onLoad({ filter: /@babel[\\/]parser[\\/]lib[\\/]index\.js$/ }, ({ path }) => ({
      contents: lightened(readFileSync(path, 'utf8')),
      loader: 'js',
    }))
  },
}
