/** Protobuf: a field is its number and wire type, then a varint, or a length and bytes. */
const VARINT = 0;
const BYTES = 2;

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}

function field(number: number, value: number | string | Uint8Array | Buffer[]): Buffer {
  if (typeof value === 'number') return Buffer.concat([varint(number * 8 + VARINT), varint(value)]);
  const bytes = Array.isArray(value) ? Buffer.concat(value) : Buffer.from(value as Uint8Array);
  return Buffer.concat([varint(number * 8 + BYTES), varint(bytes.length), bytes]);
}

const FLOAT = 1;
const INT64 = 7;

/** A named input or output; a string is a dimension of any size. */
function valueInfo(name: string, type: number, dims: (string | number)[]): Buffer[] {
  const shape = dims.map((dim) => field(1, [typeof dim === 'number' ? field(1, dim) : field(2, dim)]));
  return [field(1, name), field(2, [field(1, [field(1, type), field(2, shape)])])];
}

/** An ONNX file of one step: input_ids → the rows of `table` (rows of `size` numbers) as last_hidden_state. */
export function writeOnnx(table: Float32Array, size: number): Buffer {
  const tensor = [
    field(1, table.length / size),
    field(1, size),
    field(2, FLOAT),
    field(8, 'table'),
    field(9, new Uint8Array(table.buffer)),
  ];
  const gather = [
    field(1, 'table'),
    field(1, 'input_ids'),
    field(2, 'last_hidden_state'),
    field(4, 'Gather'),
  ];
  const graph = [
    field(1, gather),
    field(2, 'static'),
    field(5, tensor),
    field(11, valueInfo('input_ids', INT64, ['texts', 'tokens'])),
    field(12, valueInfo('last_hidden_state', FLOAT, ['texts', 'tokens', size])),
  ];
  const [irVersion, opset] = [8, 14];
  return Buffer.concat([field(1, irVersion), field(7, graph), field(8, [field(1, ''), field(2, opset)])]);
}
