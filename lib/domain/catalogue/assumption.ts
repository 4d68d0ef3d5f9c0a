import type { FigureUnit } from '#lib/domain/figure/unit.ts';
import type { IsoDate } from './provenance.ts';

/** Every assumption the engines may rest on. The table in `catalogue/assumptions.json` has exactly these rows. */
export const assumptionIds = [
  'fx.eur-usd',
  'fx.gbp-usd',
  'fx.jpy-usd',
  'month.hours',
  'electricity.eu-usd-per-kwh',
  'electricity.gb-usd-per-kwh',
  'electricity.us-usd-per-kwh',
  'electricity.jp-usd-per-kwh',
  'electricity.other-usd-per-kwh',
  'server.gpu8-h100-usd',
  'server.gpu-single-l40s-usd',
  'server.cpu-usd',
  'server.life-months',
  'server.maintenance-share-per-year',
  'server.colocation-usd-per-kw-month',
  'server.pue-own',
  'power.gpu-utilisation',
  'power.server-overhead-watts',
  'power.watts-per-vcpu',
  'people.engineer-usd-per-month',
  'people.region-multiplier-eu',
  'people.region-multiplier-gb',
  'people.region-multiplier-jp',
  'people.selfhost-fte',
  'people.api-fte',
  'support.cloud-share',
  'observability.cloud-share',
  'contingency.share',
  'serving.weights-overhead-share',
  'serving.memory-utilisation',
  'serving.prefill-efficiency',
  'serving.decode-bandwidth-efficiency',
  'serving.max-batch',
  'serving.utilisation-target',
  'serving.kv-precision-bytes',
  'precision.bf16-bytes',
  'quantisation.fp8-bytes',
  'quantisation.int4-bytes',
  'training.mfu',
  'training.restart-overhead-share',
  'work.computing-share-of-deadline',
  'training.checkpoint-bytes-per-parameter',
  'training.state-bytes-per-parameter',
  'finetuning.adapter-memory-factor',
  'general.utilisation-target',
  'peak.hour-share-of-day',
  'peak.weekday-share',
  'belief.spread-factor',
  'redundancy.second-region-share',
  'availability.machine-down-share',
  'availability.spot-down-share',
  'availability.region-down-share',
  'storage.snapshot-share',
  'egress.tokens-bytes',
  'tokens.per-word',
  'retrieval.index-overhead-factor',
  'retrieval.bytes-per-dimension',
  'retrieval.chunk-tokens',
  'embedding.default-dimension',
  'classical.requests-per-vcpu-second',
  'ocr.pages-per-gpu-hour',
  'video.streams-per-gpu',
  'edge.device-usd',
  'edge.device-watts',
  'spot.interruption-overhead-share',
  'api.cached-share',
  'gcp.sustained-use-factor.n2',
  'gcp.sustained-use-factor.n1',
] as const;

export type AssumptionId = (typeof assumptionIds)[number];

/** A named value that stands in for what nobody said, with the band it may lie in and what it moves. */
export type Assumption = {
  readonly id: AssumptionId;
  readonly label: string;
  readonly value: number;
  /** Equal to `value` when it is exact by definition. */
  readonly p10: number;
  readonly p90: number;
  readonly unit: FigureUnit;
  /** The publication, or "own judgement". */
  readonly source: string;
  readonly asOf: IsoDate;
  /** What changes when it changes, in one sentence. */
  readonly moves: string;
  readonly note: string | null;
};
