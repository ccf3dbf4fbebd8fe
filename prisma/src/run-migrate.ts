import { readMigrateEnv } from './env.ts';
import { migrate } from './migrate.ts';

/** The migrate step of a deployment: `npm run -w prisma migrate`. */
const { adminUrl, passwords } = readMigrateEnv();
const applied = await migrate(adminUrl, passwords);
process.stdout.write(applied.length ? `applied ${applied.join(', ')}\n` : 'nothing to apply\n');
