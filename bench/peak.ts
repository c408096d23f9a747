import { writeFileSync } from 'node:fs';

// Loaded before a program that is measured: at its end it notes the most memory it had, in MiB, and its processor time in milliseconds.
process.on('exit', () => {
  const file = process.env.RULEBOOK_BENCH_PEAK;
  const { user, system } = process.cpuUsage();
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  if (file !== undefined) writeFileSync(file, `${peak} ${Math.round((user + system) / 1000)}`);
});
