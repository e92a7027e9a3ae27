/** Where a sentence stands, as people say it: "mục IV.2.a", "Điều 1", "phần căn cứ". */
export function place(address: string): string {
  const [, base, number] = /^(QĐ\.CC|QĐ|NN)(?:\.(\d+(?:\.\d+)?))?$/u.exec(address) ?? [];
  if (address === '0') return 'phần mở đầu';
  if (base === 'QĐ.CC') return 'phần căn cứ';
  if (base === 'NN') return 'phần nơi nhận';
  if (base === 'QĐ' && number?.includes('.')) return `Điều ${number.split('.')[0]} (${address})`;
  if (base === 'QĐ') return number ? `Điều ${number}` : 'phần đầu văn bản';
  if (address.endsWith('.0')) return `đoạn mở đầu mục ${address.slice(0, -2)}`;
  return `mục ${address}`;
}

/** The same at the head of a sentence. */
export function headPlace(address: string): string {
  const said = place(address);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** The same on a button or before a colon, where "mục" goes without saying. */
export function short(address: string): string {
  return place(address).replace(/^mục /u, '');
}

/** Several places in a row: "mục IV.1.b, V.1 và phần nơi nhận". */
export function places(addresses: string[]): string {
  const said = [...new Set(addresses.map(place))];
  const items = said.filter((one) => one.startsWith('mục ')).map((one) => one.replace(/^mục /u, ''));
  const others = said.filter((one) => !one.startsWith('mục '));
  return [...(items.length > 0 ? [`mục ${items.join(', ')}`] : []), ...others].join(' và ');
}
