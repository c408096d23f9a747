import type { LevelRow, Run } from '../../run/run.ts';
import type { Io } from '../io.ts';
import { chart } from '../terminal/chart.ts';
import type { RunStart } from './run-start.ts';

const kinds = ['price', 'total', 'net'] as const;

/** The price return as a chart over its days, and what each series comes to from where it begins. */
export function levelPart({ levels }: Run, start: RunStart, io: Io): string[] {
  const rows = levels[0] === start.level ? levels : [start.level, ...levels];
  const lines = chart(
    rows.map((row) => Number(row.price)),
    (value) => value.toFixed(2),
    { columns: io.width, rows: io.width > 80 ? 10 : 8, unicode: io.unicode, dates: rows.map((row) => row.date) },
  );
  return [...(lines.length > 0 ? [lines.join('\n')] : []), returns(start, rows.at(-1)!).join('\n')];
}

function returns({ level, base }: RunStart, last: LevelRow): string[] {
  return kinds.flatMap((kind) => {
    const [from, to] = [level[kind], last[kind]];
    if (from === undefined || to === undefined) return [];
    const change = (Number(to) / Number(from) - 1) * 100;
    const since = base ? `${from} on the base date` : from;
    return [`  ${`${kind} return`.padEnd(12)} ${since} to ${to}  ${change < 0 ? '' : '+'}${percentText(change)}%`];
  });
}

/** A change with two decimals; one beyond all measure with its digits before the point. */
function percentText(change: number): string {
  if (Math.abs(change) < 1e15) return change.toFixed(2);
  return change.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 0 });
}
