/** Where a sentence stands, as people say it. */
export function place(address: string): string {
  const [, base, number] = /^(QĐ\.CC|QĐ|NN)(?:\.(\d+(?:\.\d+)?))?$/u.exec(address) ?? [];
  if (address === '0') return 'the introduction';
  if (base === 'QĐ.CC') return 'the legal bases';
  if (base === 'NN') return 'the list of recipients';
  if (base === 'QĐ' && number?.includes('.')) return `Article ${number.split('.')[0]} (${address})`;
  if (base === 'QĐ') return number ? `Article ${number}` : 'the head of the document';
  if (address.endsWith('.0')) return `the introduction of section ${address.slice(0, -2)}`;
  return `item ${address}`;
}

export function headPlace(address: string): string {
  const said = place(address);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

export function short(address: string): string {
  return place(address).replace(/^item /u, '');
}

/** Several places in a row: "item IV.1.b, V.1 and the list of recipients". */
export function places(addresses: string[]): string {
  const said = [...new Set(addresses.map(place))];
  const items = said.filter((one) => one.startsWith('item ')).map((one) => one.replace(/^item /u, ''));
  const others = said.filter((one) => !one.startsWith('item '));
  return [...(items.length > 0 ? [`item ${items.join(', ')}`] : []), ...others].join(' and ');
}
