import type { Row } from './provenance.ts';

/** One measured serving run: latencies as the source gives them (it does not say whether mean or median). */
export type Measurement = Row<'measurements'> & {
  readonly model: string;
  /** Name in the model table. */
  readonly modelShape: string;
  readonly gpuModel: string;
  /** GPUs of the whole deployment. */
  readonly gpuCount: number | null;
  readonly engine: string;
  readonly engineVersion: string | null;
  /** Of the weights; null: not stated. */
  readonly precision: string | null;
  readonly gemmQuantisation: string | null;
  readonly moeQuantisation: string | null;
  /** One pool, or separate prefill and decode pools. */
  readonly mode: 'agg' | 'disagg';
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly concurrency: number | null;
  readonly batchSize: number | null;
  readonly tensorParallel: number | null;
  readonly pipelineParallel: number | null;
  readonly attentionDataParallel: number | null;
  readonly moeTensorParallel: number | null;
  readonly moeExpertParallel: number | null;
  readonly prefillWorkers: number | null;
  readonly prefillGpusPerWorker: number | null;
  readonly prefillBatch: number | null;
  readonly decodeWorkers: number | null;
  readonly decodeGpusPerWorker: number | null;
  readonly decodeBatch: number | null;
  readonly timeToFirstTokenMs: number;
  readonly timePerOutputTokenMs: number;
};

/** A published training run. */
export type TrainingRun = Row<'training-runs'> & {
  readonly model: string;
  readonly parametersTotal: number;
  readonly parametersActive: number | null;
  /** Size of the data set for rows of Epoch AI, sometimes words or images. */
  readonly tokens: number | null;
  readonly gpuModel: string;
  readonly gpuCount: number | null;
  readonly gpuHours: number;
  readonly wallHours: number | null;
  readonly locationBasedTonnesCo2e: number | null;
  readonly gpuPowerWatts: number | null;
  readonly flopReported: number | null;
  readonly modelFlopsUtilisationReported: number | null;
  readonly confidence: string;
  /** Why the row fails a sanity check; such a row is never used for fitting. */
  readonly disputed: string | null;
  readonly note: string | null;
};
