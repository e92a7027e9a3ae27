import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ROOT } from '../support/program.ts';

it('ends without a word when who read it has left, as in `… | head`', async () => {
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli.js'), 'ask', '--batch', '-'], {
    env: { PATH: process.env.PATH },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdout.destroy();
  child.stdin.on('error', () => {}).end('Sở Y tế có những nhiệm vụ nào?\n'.repeat(50));
  const [code] = await once(child, 'close');
  expect(stderr).toBe('');
  expect(code).toBe(0);
});
