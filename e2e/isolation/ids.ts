import { randomBytes } from 'node:crypto';

/** The ids of one organisation's things that a door can be asked for. */
export type Ids = {
  clientId: string;
  engagementId: string;
  assessmentId: string;
  runId: string;
  userId: string;
  sessionId: string;
  /** A figure of the run. */
  figureId: string;
};

/** Ids in the form of real ones, of things that nobody has. */
export function idsOfNothing(): Ids {
  const id = (): string => randomBytes(12).toString('hex');
  return {
    clientId: id(),
    engagementId: id(),
    assessmentId: id(),
    runId: id(),
    userId: id(),
    sessionId: id(),
    figureId: `nothing.${id()}`,
  };
}

/** A text in which every given id reads `<clientId>`, `<runId>` and so on, so that two answers can be compared. */
export function withoutIds(text: string, ids: Ids): string {
  return Object.entries(ids).reduce((rest, [name, id]) => rest.replaceAll(id, `<${name}>`), text);
}
