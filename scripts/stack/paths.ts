import { join } from 'node:path';

export const repoRoot = join(import.meta.dirname, '..', '..');
export const nodeBinary = join(repoRoot, 'node_modules', '.bin', 'node');
export const webDist = join(repoRoot, 'web', 'dist');
export const caddyfile = join(repoRoot, 'gateway', 'Caddyfile');
