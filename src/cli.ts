#!/usr/bin/env node
import { nodeTooOld } from './node-version.ts';

process.umask(0o077);
const tooOld = nodeTooOld(process.versions.node);
if (tooOld) {
  process.stderr.write(`dondoc: ${tooOld}\n`);
  process.exit(1);
}
const { runCommandLine } = await import('./app/command-line.ts');
process.exitCode = await runCommandLine(process.argv.slice(2));
