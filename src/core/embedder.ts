/** Whether a text is looked for or looked through: models embed the two differently. */
export type TextKind = 'query' | 'passage';

/** A model that gives texts a place by their meaning. */
export interface Embedder {
  /** Names the model and its exact content: another name, other vectors. */
  name: string;
  /** One vector of length 1 for each text, in the same order. Rejects with EmbeddingError. */
  embed(texts: string[], kind: TextKind): Promise<Float32Array[]>;
}

/** How near in meaning the passages of the programme are to a query. */
export interface Dense {
  /** A cosine for each passage, in the order of the document; null while it is not known. Never waits. */
  similarities(query: string): Float32Array | null;
  /** Makes known what was asked for and not known; at once while there is no model. Never rejects. */
  settle(): Promise<void>;
}
