import { toAppError } from '#lib/errors.ts';
import { answerLines } from './engine/answer-lines.ts';
import { commands } from './engine/commands.ts';

/** `npm run -s engine -- <command>`: answers lines of JSON by lines of JSON. `docs/engine-contract.md` tells what each takes and gives. */
async function main(): Promise<number> {
  const [name = '', ...rest] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined || rest.length > 0) {
    process.stderr.write(
      `Usage: npm run -s engine -- ${Object.keys(commands).join(' | ')}\nOne JSON object per line in, one per line out.\n`,
    );
    return 2;
  }
  const answer = await command();
  const ours = await answerLines(answer, process.stdin, process.stdout, (error) =>
    process.stderr.write(`${error.stack ?? error.message}\n`),
  );
  return ours === 0 ? 0 : 1;
}

// The reader of the output may leave early, as `head` does; that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`The engine did not start: ${toAppError(error).message}\n`);
  return 1;
});
