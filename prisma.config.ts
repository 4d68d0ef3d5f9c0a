import { definePrismaConfig } from '@prisma/cli-engine';
import { defineConfig, prisma6Schema } from '@prisma/orm-mongo/config';

const databaseUrl = process.env['DATABASE_URL'];

/** `contract emit` writes prisma/contract.json and contract.d.ts; the db commands need DATABASE_URL. */
export default definePrismaConfig({
  orm: defineConfig({
    contract: prisma6Schema('prisma/schema.prisma'),
    ...(databaseUrl === undefined ? {} : { db: { connection: databaseUrl } }),
  }),
});
