import type { Catalogue } from './catalogue.ts';
import type { Control, Crosswalk, Framework, FrameworkId } from './control.ts';

/** Controls of a framework in the order of the framework. */
export function controls(catalogue: Catalogue, framework: FrameworkId): readonly Control[] {
  return catalogue.index.controlsByFramework.get(framework) ?? [];
}

/** One control; undefined when the framework has none of this number. */
export function control(catalogue: Catalogue, framework: FrameworkId, number: string): Control | undefined {
  return controls(catalogue, framework).find((row) => row.control === number);
}

/** The framework: its name, and whether its titles are official words or ours. */
export function frameworkOf(catalogue: Catalogue, id: FrameworkId): Framework | undefined {
  return catalogue.index.frameworks.get(id);
}

/** Controls of other frameworks that support a CSF 2.0 subcategory. Guidance of our own, not an official mapping. */
export function supporting(catalogue: Catalogue, csfSubcategory: string): readonly Crosswalk[] {
  return catalogue.crosswalk.filter((row) => row.csfSubcategory === csfSubcategory);
}
