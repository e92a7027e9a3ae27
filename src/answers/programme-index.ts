import { isInside } from '../core/address.ts';
import type {
  Agency,
  Block,
  Field,
  Item,
  Knowledge,
  NamedAgency,
  Programme,
  Successor,
  Task,
} from '../core/programme.ts';
import { fold } from '../core/text.ts';
import { nameKey } from '../knowledge/agency-name.ts';
import { allItems } from '../knowledge/parse-programme.ts';
import { takesOver } from '../knowledge/succession.ts';

/** The programme by address and by agency. */
export interface ProgrammeIndex {
  programme: Programme;
  item(address: string): Item | undefined;
  field(address: string): Field | undefined;
  blocks: Block[];
  /** The block a task or block address belongs to. */
  blockOf(address: string): Block | undefined;
  fieldOf(address: string): Field | undefined;
  agencyNamed(name: string): Agency | undefined;
  agency(id: string): Agency | undefined;
  /** Blocks whose heading names the agency, with its role there. */
  blocksOf(agency: Agency): { block: Block; role: NamedAgency['role'] }[];
  /** Tasks of other agencies that name it. */
  tasksNaming(agency: Agency): Task[];
  /** Agencies of the decision whose duties it holds today, and for which addresses (absent: all). */
  predecessors(agency: Agency): { agency: Agency; successor: Successor }[];
  /** What makes a question one about this programme, folded: its number, its places, the years it sets figures for. */
  names: string[];
  /** It states a sum of money somewhere. */
  statesMoney: boolean;
  /** Who holds the agency's duties at this address, or under it, today. */
  today(agency: Agency, address: string | null): Successor[];
}

export function indexProgramme({ about, programme, agencies }: Knowledge): ProgrammeIndex {
  const items = new Map<string, Item>();
  for (const item of allItems(programme)) if (!items.has(item.address)) items.set(item.address, item);
  const blocks = programme.fields.flatMap((field) => field.blocks);
  const byName = new Map<string, Agency>();
  for (const agency of agencies)
    for (const name of [agency.name, ...agency.aliases])
      if (!byName.has(nameKey(name))) byName.set(nameKey(name), agency);
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const agencyNamed = (name: string): Agency | undefined => byName.get(nameKey(name));

  const index: ProgrammeIndex = {
    programme,
    item: (address) => items.get(address),
    field: (address) => programme.fields.find((field) => field.address === address),
    blocks,
    blockOf: (address) =>
      blocks.find(
        (block) => block.address === address || block.tasks.some((task) => task.address === address),
      ),
    fieldOf: (address) => programme.fields.find((field) => isInside(address, field.address)),
    agencyNamed,
    agency: (id) => byId.get(id),
    blocksOf: (agency) =>
      blocks.flatMap((block) => {
        const roles = block.agencies.filter(({ name }) => agencyNamed(name) === agency);
        return roles[0] ? [{ block, role: roles[0].role }] : [];
      }),
    tasksNaming: (agency) =>
      blocks.flatMap((block) =>
        block.tasks.filter((task) => task.agencies.some(({ name }) => agencyNamed(name) === agency)),
      ),
    predecessors: (agency) =>
      agencies.flatMap((former) =>
        former.successors
          .filter((successor) => successor.agency === agency.id)
          .map((successor) => ({ agency: former, successor })),
      ),
    names: [about.short.vi, programme.number.split('/')[0] ?? '', ...about.places, ...yearsSet(programme)]
      .filter((name) => name !== '')
      .map((name) => fold(name)),
    statesMoney: [...items.values()].some(({ text }) => MONEY.test(text)),
    today: (agency, address) =>
      agency.successors.filter((successor) => address === null || takesOver(successor, address)),
  };
  return index;
}

const MONEY = /\d\s*(?:nghìn|triệu|tỷ|tỉ)?\s*(?:đồng|USD)(?!\p{L})|\d\s*(?:tỷ|tỉ)(?!\p{L})/u;

/** The last years of the periods its figures are set for. */
function yearsSet({ figures }: Programme): string[] {
  return figures.flatMap(({ period }) => period?.match(/\d{4}/gu)?.slice(-1) ?? []);
}
