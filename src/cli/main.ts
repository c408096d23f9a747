#!/usr/bin/env node
import module from 'node:module';

if (Number(process.versions.node.split('.')[0]) < 26) {
  process.stderr.write(`rulebook: needs Node 26 or later; this is ${process.version}\n`);
  process.exit(2);
}
// Code that was compiled once starts faster the next time; loading everything else comes after.
module.enableCompileCache?.();
const { processIo } = await import('./process-io.ts');
const { runCli, unexpected } = await import('./run-cli.ts');
try {
  const code = await runCli(process.argv.slice(2), processIo());
  // An interruption while files were written has said its own.
  process.exitCode ??= code;
} catch (error) {
  process.stderr.write(unexpected(error, process.env));
  process.exitCode = 2;
}
