import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const ROOT = join(import.meta.dirname, '../..');

export interface ProgramOptions {
  /** Only these and PATH: what the test's own environment holds is not passed on. PORT is 0 unless given. */
  env?: Record<string, string>;
  /** The working folder; a new empty one unless given. */
  folder?: string;
  /** The folder with dist/ and knowledge/; this repository unless given. */
  root?: string;
  /** What to run instead of the server: `cli.js` with its words. */
  command?: string[];
  nodeOptions?: string[];
  /** The system's user to run as (the test must be root). */
  user?: number;
}

export interface Program {
  folder: string;
  stdout(): string;
  stderr(): string;
  /** The address it printed; rejects when it ended instead. */
  url(): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  input(text: string): void;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Runs the built program; it is killed when the test is over. */
export function runProgram(options: ProgramOptions = {}): Program {
  const folder = options.folder ?? newFolder();
  const root = options.root ?? ROOT;
  const script = options.command ? ['dist/cli.js', ...options.command] : ['dist/main.js'];
  const [file = '', ...words] = script;
  const child: ChildProcess = spawn(
    process.execPath,
    [...(options.nodeOptions ?? []), join(root, file), ...words],
    {
      cwd: folder,
      env: { PATH: process.env.PATH, PORT: '0', ...options.env },
      ...(options.user === undefined ? {} : { uid: options.user, gid: options.user }),
    },
  );
  let stdout = '';
  let stderr = '';
  const heard = new Set<() => void>();
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    for (const listener of heard) listener();
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  const address = (): string | undefined => /^Đôn Đốc is at (\S+)$/m.exec(stdout)?.[1];
  return {
    folder,
    stdout: () => stdout,
    stderr: () => stderr,
    url: () =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = address();
          if (found) resolve(found);
        };
        heard.add(look);
        void ended.then(({ code }) => reject(new Error(`it ended with ${code}: ${stderr}`)));
        look();
      }),
    kill: (signal) => void child.kill(signal),
    input: (text) => void child.stdin?.end(text),
    ended,
  };
}

/** Runs a command to its end. */
export async function runCommand(
  command: string[],
  options: ProgramOptions & { input?: string } = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const program = runProgram({ ...options, command });
  program.input(options.input ?? '');
  const { code } = await program.ended;
  return { code, stdout: program.stdout(), stderr: program.stderr() };
}

/** A new empty folder, gone when the test is over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-app-'));
  onTestFinished(() => {
    chmodSync(folder, 0o755);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
