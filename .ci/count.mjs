// Reads a vitest JSON report: prints "passed failed skipped", writes the name of each test left out, one a line.
import { readFileSync, writeFileSync } from 'node:fs';

const [, , report, leftOut] = process.argv;
const { testResults, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'));
const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
const count = (...states) => tests.filter(({ status }) => states.includes(status)).length;
const names = tests
  .filter(({ status }) => !['passed', 'failed'].includes(status))
  .map(({ fullName }) => fullName);
// A file that could not be read has no tests, only a message.
const unread = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
);
writeFileSync(leftOut, names.map((name) => `${name}\n`).join(''));
if (numTotalTests === 0) throw new Error('no test ran');
process.stdout.write(`${count('passed')} ${count('failed') + unread.length} ${names.length}\n`);
