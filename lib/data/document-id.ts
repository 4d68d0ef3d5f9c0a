import { ObjectId } from 'mongodb';
import type { Scope } from '#lib/domain/access/actor.ts';
import { AppError } from '#lib/errors.ts';

const shape = /^[0-9a-f]{24}$/;

/** True for the text of an id as this database writes it. */
export function isDocumentId(id: unknown): id is string {
  return typeof id === 'string' && shape.test(id);
}

/** The id itself. Throws `not-found` on text that cannot be one: it answers like an id that does not exist. */
export function documentId(kind: string, id: string): string {
  if (!isDocumentId(id)) throw notFound(kind);
  return id;
}

/** The same answer for what does not exist, what is somebody else's, and what cannot be an id. */
export function notFound(kind: string): AppError {
  return new AppError('not-found', `There is no such ${kind} in the organisation.`);
}

/** Somebody wrote the document after the caller read it. */
export function staleRevision(kind: string): AppError {
  return new AppError('conflict', `The ${kind} has changed since it was read.`);
}

/** The part of every filter that keeps a query inside its organisation. */
export function within(scope: Scope): { organisationId: string } {
  return { organisationId: documentId('organisation', scope.organisationId) };
}

/** The same for a pipeline, where ids are ObjectIds. */
export function matching(scope: Scope): { organisationId: ObjectId } {
  return { organisationId: objectId(within(scope).organisationId) };
}

/** The id as pipelines need it; `within` and `documentId` have checked its form. */
export function objectId(id: string): ObjectId {
  return ObjectId.createFromHexString(id);
}
