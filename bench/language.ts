import { performance } from 'node:perf_hooks';
import { checkContext, checkRulebook } from '../src/check/index.ts';
import { lower } from '../src/plan/lower.ts';
import { readRulebook } from '../src/syntax/index.ts';
import { largeRulebook } from './large-rulebook.ts';
import { writeSection } from './section.ts';

// node bench/language.ts: how long reading, checking and lowering take when warm, and how that grows with a rulebook.
const rows = [200, 1_000, 5_000, 20_000, 50_000].map(measured);
writeSection('Reading, checking and lowering a rulebook', [
  'Milliseconds when warm, the fastest of several runs.',
  '',
  '| lines | KB | read | check | lower | all | read, MB/s | all, µs per line |',
  '|---|---|---|---|---|---|---|---|',
  ...rows,
]);

function measured(wanted: number): string {
  const text = largeRulebook(wanted);
  const lines = text.split('\n').length;
  const best = { read: Infinity, check: Infinity, lower: Infinity };
  const until = performance.now() + 4_000;
  for (let i = 0; i < 3 || (i < 300 && performance.now() < until); i += 1) {
    const start = performance.now();
    const { rulebook, sourceMap, diagnostics } = readRulebook(text, 'large.rulebook');
    const read = performance.now();
    const context = checkContext(rulebook!, sourceMap, 'large.rulebook');
    const findings = [...diagnostics, ...checkRulebook(context)];
    const checked = performance.now();
    if (findings.length > 0) throw new Error(`the rulebook has findings: ${findings[0]!.code} ${findings[0]!.message}`);
    lower(context);
    const lowered = performance.now();
    best.read = Math.min(best.read, read - start);
    best.check = Math.min(best.check, checked - read);
    best.lower = Math.min(best.lower, lowered - checked);
  }
  const all = best.read + best.check + best.lower;
  const times = [best.read, best.check, best.lower, all].map((ms) => ms.toFixed(1)).join(' | ');
  const speed = (text.length / 1e3 / best.read).toFixed(2);
  return `| ${lines} | ${(text.length / 1e3).toFixed(0)} | ${times} | ${speed} | ${((all * 1e3) / lines).toFixed(1)} |`;
}
