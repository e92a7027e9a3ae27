import { runCommandLine } from './app/command-line.ts';

process.exitCode = await runCommandLine(process.argv.slice(2));
