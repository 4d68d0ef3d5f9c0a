import { toAppError } from '#lib/errors.ts';
import { check } from './catalogue/check.ts';
import { diff } from './catalogue/diff.ts';
import { importPrices } from './catalogue/import-prices.ts';
import { search } from './catalogue/search.ts';

/** What a command prints and the exit code it ends with. */
type Outcome = { readonly text: string; readonly code: 0 | 1 };

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<Outcome>>> = {
  import: importPrices,
  check,
  diff,
  search,
};

const usage = `Usage: npm run catalogue -- check
       npm run catalogue -- search <words> [--cloud aws] [--region eu-central-1] [--gpu H100-SXM] [--overlay file.json] [--date 2026-11-24] [--limit 40]
       npm run catalogue -- diff <directory> <directory> [--limit 20]
       npm run catalogue -- import --azure <file.json> --out <directory> [--as-of 2026-11-24] [--leave-refused]
       npm run catalogue -- import --rate-card <file.csv> --out <directory> [--name "Contract of 2026"] [--leave-refused]

docs/catalogue-command.md tells what each does. Exit code 0: done. 1: something was found wrong. 2: the call or the file is not valid.`;

/** Runs the command of the call and returns the exit code. */
async function main(): Promise<number> {
  const [name = '', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return refuse(usage);
  try {
    const { text, code } = await command(args);
    process.stdout.write(`${text}\n`);
    return code;
  } catch (error) {
    const failure = toAppError(error);
    if (failure.status < 500) return refuse(failure.message);
    process.stderr.write(`${failure.message}\n`);
    return 1;
  }
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`);
  return 2;
}

process.exitCode = await main();
