import { writeFileSync } from 'node:fs';

// Loaded before a program that is measured: at its end it notes the most memory the program had, in MiB.
process.on('exit', () => {
  const file = process.env['RULEBOOK_BENCH_PEAK'];
  if (file !== undefined) writeFileSync(file, String(Math.round(process.resourceUsage().maxRSS / 1024)));
});
