import { taskHome } from '../../knowledge/programme-parts.ts';
import { locateAddresses } from '../address.ts';

const JOINERS = /(?:[\s,;.]|(?<![\p{L}])(?:còn|con|và|va|với|voi|and)(?![\p{L}]))+$/iu;

/** One piece for each task address a message names ("IV.2.a.3 80%, còn IV.2.a.4 mới 30%"); the whole where it names one. */
export function splitByTask(text: string, taskAddresses: string[]): string[] {
  const written = text.normalize('NFC');
  const named = locateAddresses(written, taskHome(taskAddresses)).filter(({ address }) =>
    taskAddresses.includes(address),
  );
  const starts = named
    .filter(({ address }, at) => named.findIndex((other) => other.address === address) === at)
    .map(({ index }) => index);
  if (starts.length < 2) return [text];
  const pieces = starts
    .map((from, at) => written.slice(at === 0 ? 0 : from, starts[at + 1] ?? written.length))
    .map((piece) => piece.replace(JOINERS, '').trim());
  return withShared(pieces, taskAddresses);
}

/** "IV.4.a.3 và IV.4.a.8 chưa có gì mới": what is said behind the last of them is said of each. */
function withShared(pieces: string[], taskAddresses: string[]): string[] {
  const shared: string[] = [];
  let said = '';
  for (const piece of pieces.toReversed()) {
    const [address] = locateAddresses(piece, taskHome(taskAddresses));
    const rest = address ? piece.slice(address.index + address.length) : '';
    if (/\p{L}|\d/u.test(rest)) said = rest;
    shared.unshift(/\p{L}|\d/u.test(rest) ? piece : `${piece}${said}`);
  }
  return shared;
}

/** What is looked at of a piece read by itself. */
export interface PieceRead {
  task: string | null;
  percent: number | null;
  /** It says by itself how the task stands. */
  tells: boolean;
}

const BREAKS =
  /(\s*(?:\n|;)\s*|,?\s+(?:còn|con)\s+(?!lại|lai|thiếu|thieu|vướng|vuong|chờ|cho|\d)|,(?!\d)\s*)/iu;

const says = ({ percent, tells }: PieceRead): boolean => percent !== null || tells;

/** A comma or "còn" parts two tasks only where each has a share of its own; a new line or a semicolon is enough. */
function parted(mark: string, last: PieceRead, next: PieceRead): boolean {
  if (/[\n;]/.test(mark)) return says(last) && says(next);
  return last.percent !== null && next.percent !== null && last.percent !== next.percent;
}

/**
 * One piece for each task that is named by its words and has a share of its own ("lão khoa 80%, còn bệnh án điện tử mới
 * 30%"); what else is said stays with the task before it. The whole where there is but one.
 */
export function splitByWords(text: string, read: (piece: string) => PieceRead): string[] {
  const parts = text.normalize('NFC').split(BREAKS);
  const pieces: { said: string; read: PieceRead }[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const said = parts[at] ?? '';
    const before = parts[at - 1] ?? '';
    const found = read(said);
    const last = pieces.at(-1);
    const begins = found.task !== null && (last ? parted(before, last.read, found) : says(found));
    if (begins && found.task !== last?.read.task) pieces.push({ said, read: found });
    else if (last) last.said += `${before}${said}`;
    else return [text];
  }
  const tasks = new Set(pieces.map((piece) => piece.read.task));
  return pieces.length > 1 && tasks.size === pieces.length ? pieces.map(({ said }) => said.trim()) : [text];
}
