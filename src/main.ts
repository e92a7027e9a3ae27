import { nodeTooOld } from './node-version.ts';

// What the program writes is for its own user alone.
process.umask(0o077);
const tooOld = nodeTooOld(process.versions.node);
if (tooOld) {
  process.stderr.write(`dondoc cannot start: ${tooOld}\n`);
  process.exit(1);
}
// Imported only now: an old Node.js could not even read the rest.
const { start } = await import('./app/start.ts');
process.exit(await start());
