export default async function globalTeardown() {
  const { tearDown } = await import('./src/global-setup.ts');
  await tearDown();
}
