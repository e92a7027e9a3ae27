import { place, places } from './addresses.ts';

/** Sentences about agencies and places: what the decision gives them, and who holds it today. */
export const agencies = (theDecision: string) => ({
  /** Said once, behind all that waits for it. */
  unconfirmed: (text: string): string => `${text} (chờ xác nhận)`,
  and: ' và ',
  became: (name: string, now: string): string => `${name} nay là ${now}`,
  since: (text: string, day: string): string => `${text}, từ ${day}`,
  basis: (text: string): string => `Căn cứ: ${text}.`,
  unchanged: (name: string): string => `Tôi chưa ghi nhận thay đổi nào về tên hay tổ chức của ${name}.`,
  tookOver: (name: string, former: string): string => `${name} nay nhận nhiệm vụ của ${former}`,
  rightNow: (text: string): string => `Đúng. ${text}`,
  wrongNow: (text: string): string => `Không phải. ${text}`,
  ended: (_name: string, _day: string, note: string): string => `${note}.`,

  blockRow: (address: string, role: string, tasks: string): string => `• Mục ${address}: ${role}, ${tasks}`,
  directedBy: (role: string, head: string): string => `${role}, do ${head} chỉ đạo`,
  tasks: (n: number): string => `${n} nhiệm vụ`,
  general: (address: string): string =>
    `Trách nhiệm chung của các sở, ban, ngành, đơn vị cấp tỉnh và cấp huyện: ${place(address)}.`,
  partnerAt: (addresses: string[]): string => `Được nêu tên để phối hợp tại ${places(addresses)}.`,
  inherited: (name: string, former: string): string => `Hiện nay, ${name} nhận nhiệm vụ của ${former}`,
  heldAt: (text: string, addresses: string[]): string => `${text}: ${places(addresses)}`,
  alsoInDecision: (name: string, tasks: number, addresses: string[]): string =>
    tasks > 0
      ? `Ngoài ra, ${name} vẫn giữ ${tasks} nhiệm vụ được giao theo tên: ${places(addresses)}.`
      : `Ngoài ra, ${theDecision} nêu tên ${name} để phối hợp tại ${places(addresses)}.`,
  notNamed: (name: string): string => `${theDecision} không nêu tên ${name}.`,
  onlyGeneral: (address: string): string =>
    `Cơ quan này chỉ có trách nhiệm chung của các sở, ban, ngành, đơn vị cấp tỉnh (${place(address)}):`,
  noGeneral: (address: string): string =>
    `Trách nhiệm chung ở ${place(address)} cũng chỉ ghi các sở, ban, ngành, đơn vị cấp tỉnh và UBND các huyện, thị xã, thành phố.`,
  namedOnly: (name: string, addresses: string[] | null): string =>
    `${theDecision} có nêu tên ${name}${addresses === null ? '' : ` tại ${places(addresses)}`} nhưng không giao riêng nhiệm vụ nào ở mục IV.`,
  unit: (unit: string, group: string): string =>
    `${theDecision} không nêu tên ${unit}; đơn vị này thuộc nhóm “${group}”.`,
  which: (name: string): string => `Anh/chị hỏi ${name}, hay một nội dung có chữ này?`,

  buttons: {
    tasks: (name: string): string => `Nhiệm vụ của ${name}`,
    inDecision: `Trong ${theDecision} (2024)`,
    today: 'Hiện nay',
    partners: 'Phối hợp với ai',
    succession: 'Nay là cơ quan nào',
    text: `Tìm trong ${theDecision}`,
  },
  /** What the buttons say, as a person would type it. */
  says: {
    tasks: (name: string): string => `nhiệm vụ của ${name}`,
    inDecision: (name: string): string => `nhiệm vụ của ${name} trong quyết định`,
    today: (name: string): string => `nhiệm vụ của ${name} hiện nay`,
    partners: (name: string): string => `${name} phối hợp với ai`,
    succession: (name: string): string => `${name} nay là cơ quan nào`,
    text: (word: string): string => `nội dung ${word} trong chương trình`,
  },

  leadWith: (heads: string, partners: string, address: string): string =>
    `${heads} chủ trì, phối hợp với ${partners} (${place(address)}).`,
  coordinateWith: (heads: string, partners: string, address: string): string =>
    `${heads} phối hợp với ${partners} (${place(address)}).`,
  directs: (heads: string, units: string, address: string): string =>
    `${heads} chỉ đạo ${units} (${place(address)}).`,
  related: (verbatim: string): string => verbatim,
  noPartners: (address: string): string => `Mục ${address} không ghi cơ quan phối hợp.`,
  inTasks: 'Phối hợp trong từng nhiệm vụ:',
  partnerOf: (name: string): string => `${name} được nêu tên để phối hợp trong việc của cơ quan khác:`,
  together: (a: string, b: string, addresses: string[]): string =>
    `Có: ${a} và ${b} cùng được nêu tại ${places(addresses)}.`,
  notTogether: (a: string, b: string): string => `${theDecision} không ghi ${a} phối hợp với ${b}.`,
  noPartnership: (name: string): string => `${theDecision} không ghi ${name} phối hợp với cơ quan nào.`,

  place: (kind: string, name: string): string => `${kind} ${name}`,
  twoPlaces: (name: string, district: string, commune: string, ended: string): string =>
    `“${name}” có thể là ${district} (trước ${ended}) hoặc ${commune} (hiện nay).`,
  district: (place: string): string => `${theDecision} không giao việc riêng cho ${place}.`,
  commune: (place: string): string =>
    `${theDecision} không giao nhiệm vụ cho cấp xã, nên không có việc của ${place}.`,
  districtDuties: (addresses: string[], ended: string): string =>
    `Cấp huyện được giao tại ${places(addresses)}; từ ${ended} không còn cấp huyện, chưa thấy văn bản giao lại cho xã, phường.`,
  communeOfName: (commune: string): string => `Nay có ${commune}, là đơn vị khác.`,
  placeNamedAt: (name: string): string => `${theDecision} nhắc ${name} tại:`,
  nameAlsoAt: (name: string, addresses: string[]): string =>
    `Tên ${name} còn nằm trong tên công trình, khu vực tại ${places(addresses)}.`,
});
