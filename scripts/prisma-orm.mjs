// The commands of Prisma's ORM (contract, db, migration) without the `prisma` package, which brings two gigabytes of
// platform tools: `npm run schema`, `npm run prisma -- db verify`.
import { createCli } from '@prisma/cli-engine';
import { loadOrmConfig, ormCommandFamily } from '@prisma/orm-toolchain/cli';

const cli = createCli({
  name: 'prisma',
  version: '8.0.0-rc.13',
  commandFamilies: [ormCommandFamily],
  groups: {
    contract: { brief: 'The contract that schema.prisma describes' },
    db: { brief: 'The database and its indexes' },
    migration: { brief: 'Migrations' },
    'migration ref': { brief: 'Names for points in the migration graph' },
    orm: { brief: 'The ORM' },
  },
  commands: ormCommandFamily.commands,
});

process.exitCode = await cli.run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  cwd: process.cwd(),
  env: process.env,
  isTty: { stdin: process.stdin.isTTY, stdout: process.stdout.isTTY, stderr: process.stderr.isTTY },
  host: {
    runtime: { name: 'node', version: process.version },
    platform: process.platform,
    arch: process.arch,
  },
  // Only commands of Prisma's platform would call it, and none is mounted here.
  managementApi: { baseUrl: 'http://127.0.0.1:9' },
  exit: (code) => process.exit(code),
  onSignal: (receive) => {
    process.on('SIGINT', receive).on('SIGTERM', receive);
    return () => {
      process.off('SIGINT', receive).off('SIGTERM', receive);
    };
  },
  loadConfig: (configPath) =>
    loadOrmConfig({ cwd: process.cwd(), ...(configPath === undefined ? {} : { configPath }) }),
});
