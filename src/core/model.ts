/** A language model that writes one JSON value. May be asked outside transactions only. */
export interface LanguageModel {
  readonly name: string;
  /** Throws ModelError and nothing else. */
  complete(request: ModelRequest): Promise<ModelReply>;
}

export interface ModelRequest {
  /** What to do: ours, the same every time. */
  instructions: string;
  /** What to do it with. */
  input: string;
  /** JSON schema of the answer, and its name. */
  schema: { name: string; schema: Record<string, unknown> };
  maxTokens: number;
}

export interface ModelReply {
  /** What the model wrote, parsed; nothing about it is certain. */
  value: unknown;
  /** Tokens paid for, in and out; null where the server does not say. */
  tokens: number | null;
}
