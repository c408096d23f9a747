#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Code that was compiled once starts faster the next time; loading everything else comes after.
enableCompileCache?.();
const { processIo } = await import('./process-io.ts');
const { runCli } = await import('./run-cli.ts');
process.exitCode = await runCli(process.argv.slice(2), processIo());
