import { defineConfig } from 'prisma/config';

/** For the Prisma CLI only (`prisma generate`, `prisma migrate deploy`); services get their URL from their own env.ts. */
export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? 'postgresql://localhost/evensplit' },
});
