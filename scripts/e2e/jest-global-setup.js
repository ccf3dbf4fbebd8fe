// Jest loads this file without its transform; Node 24 runs the TypeScript behind it.
export default async function globalSetup() {
  const { buildWeb } = await import('../stack/build-web.ts');
  await buildWeb(console.log);
}
