// Jest loads this file without its transform; Node 24 runs the TypeScript behind it.
export default async function globalSetup() {
  const { setUp } = await import('./src/global-setup.ts');
  await setUp();
}
