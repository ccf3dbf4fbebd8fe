import { exportJWK, generateKeyPair, type JWK } from 'jose';

export type TestKeys = { privateJwk: JWK; publicJwks: { keys: JWK[] } };

/** A fresh Ed25519 key pair as core-api would hold it, and the public set the other services verify with. */
export async function testKeys(): Promise<TestKeys> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const kid = 'test';
  return {
    privateJwk: { ...(await exportJWK(privateKey)), kid, alg: 'EdDSA' },
    publicJwks: { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'EdDSA' }] },
  };
}
