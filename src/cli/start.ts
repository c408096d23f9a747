import { processIo } from './process-io.ts';
import { runCli, unexpected } from './run-cli.ts';

async function start(): Promise<void> {
  try {
    const code = await runCli(process.argv.slice(2), processIo());
    // An interruption while files were written has said its own.
    process.exitCode ??= code;
  } catch (error) {
    process.stderr.write(unexpected(error, process.env));
    process.exitCode = 2;
  }
}

void start();
