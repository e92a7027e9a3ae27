#!/usr/bin/env node
import { nodeTooOld } from './node-version.ts';

process.umask(0o077);
const tooOld = nodeTooOld(process.versions.node);
if (tooOld) {
  process.stderr.write(`dondoc: ${tooOld}\n`);
  process.exit(1);
}
// Who reads the output may leave early (`… | head`): nothing is left to say then.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
const { runCommandLine } = await import('./app/command-line.ts');
process.exitCode = await runCommandLine(process.argv.slice(2));
