/** `YYYY-MM-DD`, or `YYYY-MM` where only the month is known. */
export type IsoDate = string;

/** Key of a row in `catalogue/sources.json`, such as `aws-list-price`. */
export type SourceId = string;

/** Where facts of the catalogue come from. `label` is what a client reads, `reference` what an auditor follows. */
export type Source = {
  readonly id: SourceId;
  /** For clients: never a repository path. */
  readonly label: string;
  readonly publisher: string;
  /** Repository, path and commit, or the page: kept for audit, not shown to clients. */
  readonly reference: string;
  readonly licence: string;
  readonly asOf: IsoDate | null;
  /** Said beside every figure of this source when the exact day is unknown or is only the day of reading. */
  readonly asOfNote: string | null;
  /** What a reader must know before quoting: availability, rounding, what a column includes. */
  readonly caveat: string | null;
};

/** Each row says where it comes from and when it was true. `asOf` is null only if the source has an `asOfNote`. */
export type Provenance = { readonly source: SourceId; readonly asOf: IsoDate | null };

export type TableName =
  | 'compute'
  | 'storage-network'
  | 'aws-regional'
  | 'gpu-clouds'
  | 'spot-advisor'
  | 'tpus'
  | 'accelerators'
  | 'models'
  | 'token-prices'
  | 'measurements'
  | 'training-runs'
  | 'carbon'
  | 'regions'
  | 'price-history'
  | 'controls'
  | 'crosswalk'
  | 'fitted-serving'
  | 'fitted-training';

/** The id of a row names its table and its key: `compute:aws/g6.xlarge/us-east-1`. */
export type RowId<Table extends TableName = TableName> = `${Table}:${string}`;

/** A row of a table: an id, a pedigree, and columns in which null means unknown and never zero. */
export type Row<Table extends TableName> = Provenance & { readonly id: RowId<Table> };

/** Any row a figure can point at. */
export type CatalogueRowId = RowId;
