import { Counter, Gauge, Registry } from 'prom-client';
import type { ModelOutcome } from '../answers/rephraser.ts';
import type { Store } from '../core/store.ts';

export interface Metrics {
  model(outcome: ModelOutcome): void;
  fault(where: string): void;
  /** The page a Prometheus reads. Counts only, nothing about people. */
  page(): Promise<string>;
}

/** What an operator counts. The queue is read when the page is asked for. */
export function createMetrics(store: Store): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const model = new Counter({
    name: 'dondoc_model_questions_total',
    help: 'Questions to the language model by what became of them; all but "used" were answered without it',
    labelNames: ['outcome'],
    registers,
  });
  const faults = new Counter({
    name: 'dondoc_faults_total',
    help: 'Steps that failed, by where',
    labelNames: ['where'],
    registers,
  });
  new Gauge({
    name: 'dondoc_outbox_messages',
    help: 'Messages to people by state',
    labelNames: ['state'],
    registers,
    async collect() {
      const counts = await store.transaction((tx) => tx.outbox.counts());
      for (const [state, count] of Object.entries(counts)) this.set({ state }, count);
    },
  });
  return {
    model: (outcome) => model.inc({ outcome }),
    fault: (where) => faults.inc({ where }),
    page: () => registry.metrics(),
  };
}
