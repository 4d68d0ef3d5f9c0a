import { describe, expect, it } from 'vitest';
import { exampleNames, readExample } from '../../test/assessment/examples.ts';
import {
  type Collection,
  collections,
  questionnairesOf,
  questionsIn,
} from '#lib/domain/assessment/questions.ts';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import { clientSection, entrySection, type FormSection, placeOf, sectionLinks } from './sections.ts';

/** The page that an address below the assessment shows. */
function pageAt(assessment: Assessment, address: string): FormSection | undefined {
  const [section = '', entryId] = address.slice(1).split('#')[0]?.split('/') ?? [];
  const collection = collections.find((name): name is Collection => name === section);
  if (collection !== undefined && entryId !== undefined) return entrySection(assessment, collection, entryId);
  return clientSection(assessment, section);
}

describe.each(exampleNames)('the form of %s', (name) => {
  const assessment = readExample(name);
  const asked = questionnairesOf(assessment).flatMap(questionsIn);

  it('asks every question of the intake exactly once', () => {
    const shown = sectionLinks(assessment).flatMap(({ path }) =>
      (pageAt(assessment, path)?.groups ?? []).flatMap((group) => group.questions.map((one) => one.path)),
    );
    expect(shown.toSorted()).toEqual(asked.map(({ path }) => path).toSorted());
  });

  it('leads to the page on which a question stands', () => {
    const lost = asked.filter(({ path }) => {
      const page = pageAt(assessment, placeOf(path));
      return (
        !placeOf(path).endsWith(`#${path}`) ||
        !page?.groups.some(({ questions }) => questions.some((one) => one.path === path))
      );
    });
    expect(lost.map(({ path }) => path)).toEqual([]);
  });
});

describe('the list of sections', () => {
  const assessment = readExample('clinical-notes');

  it('counts what is answered of what is asked, entries of lists below their list', () => {
    const links = sectionLinks(assessment);
    expect(links[0]).toEqual({ path: '', title: 'Overview', progress: undefined, nested: false });
    expect(links.find(({ path }) => path === '/workloads')).toMatchObject({ progress: undefined });
    for (const { nested, progress } of links.filter((link) => link.nested)) {
      expect(nested).toBe(true);
      expect(progress?.asked).toBeGreaterThan(0);
    }
  });

  it('leads to the list of workloads while there is none', () => {
    expect(placeOf('workloads')).toBe('/workloads');
  });
});
