import type { Io } from '../io.ts';
import { bar } from './bars.ts';
import { fitted } from './text-width.ts';

/**
 * Tells how far long work is. `step`: steps done, all steps, and what is being done; `busy`: something that cannot be
 * measured, until the next step; `end` takes it away again.
 */
export type Progress = {
  step(done: number, total: number, what: string): void;
  busy(what: string): void;
  end(): void;
};

const quiet = 300;
const pause = 80;
const length = 24;

/** A bar on standard error if that is a terminal, shown only when the work takes a moment; otherwise nothing. */
export function progress(io: Io, now: () => number = () => performance.now()): Progress {
  if (!io.err.terminal) return { step: () => {}, busy: () => {}, end: () => {} };
  const start = now();
  let last = start + quiet - pause;
  let shown = false;
  let timer: NodeJS.Timeout | undefined;
  const draw = (line: string, share: string, what: string) => {
    const time = now();
    if (time - last < pause) return;
    last = time;
    shown = true;
    io.err.write(`\r${fitted(line, length)} ${fitted(share, 4, true)} ${fitted(what, Math.max(10, io.width - 32))}`);
  };
  const still = () => clearInterval(timer);
  return {
    step(done, total, what) {
      still();
      const part = total > 0 ? Math.min(1, done / total) : 0;
      draw(bar(part, 1, length, io.unicode), `${Math.floor(part * 100)}%`, what);
    },
    busy(what) {
      still();
      timer = setInterval(
        () => draw(`${' '.repeat(Math.floor((now() / 60) % (length - 3)))}${io.unicode ? '━━━' : '==='}`, '', what),
        pause,
      );
      // Nothing waits for a bar.
      timer.unref();
    },
    end() {
      still();
      if (shown) io.err.write(`\r${' '.repeat(io.width - 1)}\r`);
      shown = false;
    },
  };
}
