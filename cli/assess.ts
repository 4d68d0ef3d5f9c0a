import { toAppError } from '#lib/errors.ts';
import { assessCommand } from './assess/command.ts';

const outputs = {
  print: (text: string) => process.stdout.write(`${text}\n`),
  complain: (text: string) => process.stderr.write(`${text}\n`),
};

process.exitCode = await assessCommand(process.argv.slice(2), outputs).catch((error: unknown) => {
  outputs.complain(`The analysis did not run: ${toAppError(error).message}`);
  return 1;
});
