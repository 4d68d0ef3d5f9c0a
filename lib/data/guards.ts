import type { MongoMiddleware } from '@prisma/orm-mongo/family-runtime';
import { AppError } from '#lib/errors.ts';

type Params = Parameters<NonNullable<MongoMiddleware['beforeQuery']>>[2];

/**
 * Refuses null in an ObjectId field. The ORM's 8.0.0-rc.13 would store a random id in its place, silently (mended in
 * rc.14), so such a field is required in the schema, and this is the net under it.
 */
export const guards: MongoMiddleware = {
  name: 'guards',
  familyId: 'mongo',
  beforeQuery(_plan, _context, params) {
    refuseNullIds(params);
  },
  beforeExecute(_plan, _context, params) {
    refuseNullIds(params);
  },
};

function refuseNullIds(params: Params): void {
  for (const { value, codecId } of params?.entries() ?? []) {
    if (codecId === 'mongo/objectId@1' && (value === null || value === undefined)) {
      throw new AppError('internal', 'A query holds null where the schema has an ObjectId.');
    }
  }
}
