import type { Accelerator } from './accelerator.ts';
import type { Assumption, AssumptionId } from './assumption.ts';
import type { Control, Crosswalk, Framework, FrameworkId } from './control.ts';
import type { FittedModels } from './fitted-models.ts';
import type { LanguageModel, TokenPrice } from './language-model.ts';
import type { ComputePrice, GpuCloudPrice, RegionalPrice, SpotAdvice, TpuPrice } from './prices.ts';
import type { RowId, Source, SourceId } from './provenance.ts';
import type { CarbonFactor, Region } from './region.ts';
import type { StorageNetworkPrice } from './storage-network-price.ts';

/** What the JSON files say, row by row, before any row is judged. */
export type CatalogueTables = {
  readonly sources: readonly Source[];
  readonly assumptions: readonly Assumption[];
  readonly compute: readonly ComputePrice[];
  readonly storageNetwork: readonly StorageNetworkPrice[];
  readonly regional: readonly RegionalPrice[];
  readonly gpuClouds: readonly GpuCloudPrice[];
  readonly spotAdvice: readonly SpotAdvice[];
  readonly tpus: readonly TpuPrice[];
  readonly accelerators: readonly Accelerator[];
  readonly models: readonly LanguageModel[];
  readonly tokenPrices: readonly TokenPrice[];
  readonly carbon: readonly CarbonFactor[];
  readonly regions: readonly Region[];
  readonly frameworks: readonly Framework[];
  readonly controls: readonly Control[];
  readonly crosswalk: readonly Crosswalk[];
  readonly fitted: FittedModels;
};

/** A price row that contradicts another row. No lookup returns it. */
export type QuarantinedRow = {
  readonly row: ComputePrice | GpuCloudPrice | RegionalPrice;
  readonly reasons: readonly string[];
};

/**
 * The priced and measured world at one version. Built once by `buildCatalogue`, never changed; read it through the
 * lookup functions beside this file. Price tables hold sound rows only.
 */
export type Catalogue = CatalogueTables & {
  /** SHA-256 over the canonical content, hexadecimal. */
  readonly version: string;
  readonly quarantined: readonly QuarantinedRow[];
  readonly index: {
    readonly sources: ReadonlyMap<SourceId, Source>;
    readonly assumptions: ReadonlyMap<AssumptionId, Assumption>;
    readonly frameworks: ReadonlyMap<FrameworkId, Framework>;
    readonly rows: ReadonlyMap<RowId, CatalogueRow>;
    /** Key `aws/us-east-1`. */
    readonly computeByRegion: ReadonlyMap<string, readonly ComputePrice[]>;
    /** Key `aws/us-east-1`. */
    readonly storageNetworkByRegion: ReadonlyMap<string, readonly StorageNetworkPrice[]>;
    /** Key: folded name or alias. */
    readonly acceleratorsByName: ReadonlyMap<string, Accelerator>;
    /** Key: folded name, full or short; undefined where two models share a short name. */
    readonly modelsByName: ReadonlyMap<string, LanguageModel>;
    readonly controlsByFramework: ReadonlyMap<FrameworkId, readonly Control[]>;
  };
};

/** Any row that a figure may rest on. */
export type CatalogueRow =
  | ComputePrice
  | StorageNetworkPrice
  | RegionalPrice
  | GpuCloudPrice
  | SpotAdvice
  | TpuPrice
  | Accelerator
  | LanguageModel
  | TokenPrice
  | CarbonFactor
  | Region
  | Control
  | Crosswalk;
