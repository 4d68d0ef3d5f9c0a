// Checks who imports whom (.dependency-cruiser.mjs) and prints every forbidden import: `npm run lint` runs it.
import { cruise } from 'dependency-cruiser';
import importRule from '../.dependency-cruiser.mjs';

if (import.meta.main) {
  const forbidden = await forbiddenImports(process.cwd());
  for (const sentence of forbidden) console.error(sentence);
  console.log(`Import rule: ${forbidden.length === 0 ? 'kept' : `${forbidden.length} forbidden imports`}.`);
  process.exitCode = forbidden.length === 0 ? 0 : 1;
}

/**
 * Every import below `root` that the import rule forbids, one sentence each: which file, what it imports, which rule, why.
 *
 * @param {string} root the folder that holds app/, lib/ and the others
 * @returns {Promise<string[]>}
 */
export async function forbiddenImports(root) {
  const { enhancedResolveOptions, ...options } = importRule.options;
  const { output } = await cruise(
    ['.'],
    { ...options, baseDir: root, validate: true, ruleSet: { forbidden: importRule.forbidden } },
    enhancedResolveOptions,
  );
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered text: ${output}`);
  return output.summary.violations.map(({ from, to, rule, cycle }) => {
    const path = cycle === undefined ? to : cycle.map((step) => step.name).join(' -> ');
    const reason = importRule.forbidden.find(({ name }) => name === rule.name)?.comment ?? '';
    return `${from} imports ${path}, forbidden by ${rule.name}. ${reason}`.trimEnd();
  });
}
