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
  return starts
    .map((from, at) => written.slice(at === 0 ? 0 : from, starts[at + 1] ?? written.length))
    .map((piece) => piece.replace(JOINERS, '').trim());
}
