#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) < 26) {
  process.stderr.write(`rulebook: needs Node 26 or later; this is ${process.version}\n`);
  process.exit(2);
}
// Code that was compiled once starts faster the next time; loading everything else comes after.
process.getBuiltinModule('node:module').enableCompileCache();
await import('./start.ts');
