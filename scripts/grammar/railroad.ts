import { escaped } from './escaped.ts';
import type { Tree } from './grammar-tree.ts';
import { kindWord, ruleWords } from './rule-words.ts';

/** A piece of a diagram: its width, and how far it reaches above and below the line it stands on. */
type Piece = { width: number; up: number; down: number; draw(x: number, y: number): string };

const gap = 10;
const rowGap = 8;
const half = 11;

/** A rule as a railroad diagram, an SVG element that needs nothing from elsewhere. */
export function railroad(tree: Tree): string {
  const piece = pieceOf(tree);
  const width = piece.width + 40;
  const height = piece.up + piece.down + 20;
  const y = piece.up + 10;
  const ends = `${line(6, y, 20, y)}${line(20 + piece.width, y, width - 6, y)}<circle cx="6" cy="${y}" r="3"/><circle cx="${width - 6}" cy="${y}" r="3"/>`;
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">${ends}${piece.draw(20, y)}</svg>`;
}

function pieceOf(tree: Tree): Piece {
  switch (tree.kind) {
    case 'word':
    case 'kind':
    case 'rule':
      return box(tree.kind, tree.text);
    case 'sequence':
      return sequence(tree.of.map(pieceOf));
    case 'choice':
      return choice(tree.of.map(pieceOf));
    case 'optional':
      return choice([nothing, pieceOf(tree.of)]);
    case 'repeated':
      return choice([nothing, loop(pieceOf(tree.of))]);
    default:
      return tree satisfies never;
  }
}

const nothing: Piece = { width: 0, up: 0, down: 0, draw: () => '' };

function box(kind: 'word' | 'kind' | 'rule', text: string): Piece {
  const shown = kind === 'rule' ? ruleWords(text) : kind === 'kind' ? kindWord(text) : text;
  const width = 16 + 7.3 * shown.length;
  return {
    width,
    up: half,
    down: half,
    draw(x, y) {
      const shape = `<rect class="${kind}" x="${r(x)}" y="${r(y - half)}" width="${r(width)}" height="${2 * half}" rx="${kind === 'rule' ? 0 : half}"/>`;
      const label = `<text x="${r(x + width / 2)}" y="${r(y + 4)}">${escaped(shown)}</text>`;
      return kind === 'rule' ? `<a href="#${text}">${shape}${label}</a>` : shape + label;
    },
  };
}

function sequence(parts: Piece[]): Piece {
  return {
    width: parts.reduce((sum, part) => sum + part.width, 0) + gap * (parts.length - 1),
    up: Math.max(0, ...parts.map((part) => part.up)),
    down: Math.max(0, ...parts.map((part) => part.down)),
    draw(x, y) {
      let at = x;
      return parts
        .map((part, i) => {
          const joint = i === 0 ? '' : line(at - gap, y, at, y);
          const drawn = joint + part.draw(at, y);
          at += part.width + gap;
          return drawn;
        })
        .join('');
    },
  };
}

function choice(parts: Piece[]): Piece {
  const inner = Math.max(...parts.map((part) => part.width));
  const width = inner + 4 * gap;
  // The first stands on the line, the others below it.
  const offsets: number[] = [];
  let below = 0;
  for (const [i, part] of parts.entries()) {
    if (i > 0) below += part.up + rowGap;
    offsets.push(below);
    below += part.down;
  }
  return {
    width,
    up: parts[0]!.up,
    down: below,
    draw(x, y) {
      return parts
        .map((part, i) => {
          const row = y + offsets[i]!;
          const from = x + 2 * gap;
          const to = x + width;
          const rest = line(from + part.width, row, to - 2 * gap, row);
          if (i === 0) return line(x, y, from, y) + part.draw(from, row) + rest + line(to - 2 * gap, y, to, y);
          const enter = `<path d="M${r(x)} ${r(y)}q${gap} 0 ${gap} ${gap}V${r(row - gap)}q0 ${gap} ${gap} ${gap}"/>`;
          const leave = `<path d="M${r(to - 2 * gap)} ${r(row)}q${gap} 0 ${gap} ${-gap}V${r(y + gap)}q0 ${-gap} ${gap} ${-gap}"/>`;
          return enter + part.draw(from, row) + rest + leave;
        })
        .join('');
    },
  };
}

function loop(part: Piece): Piece {
  const width = part.width + 2 * gap;
  const back = part.down + rowGap;
  return {
    width,
    up: part.up,
    down: back + 4,
    draw(x, y) {
      const end = x + width;
      const path = `<path d="M${r(end - gap)} ${r(y)}q${gap} 0 ${gap} ${gap}V${r(y + back - gap)}q0 ${gap} ${-gap} ${gap}H${r(x + gap)}q${-gap} 0 ${-gap} ${-gap}V${r(y + gap)}q0 ${-gap} ${gap} ${-gap}"/>`;
      return line(x, y, x + gap, y) + part.draw(x + gap, y) + line(end - gap, y, end, y) + path;
    },
  };
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return x1 === x2 && y1 === y2 ? '' : `<path d="M${r(x1)} ${r(y1)}L${r(x2)} ${r(y2)}"/>`;
}

function r(n: number): string {
  return String(Math.round(n * 10) / 10);
}
