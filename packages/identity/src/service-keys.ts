import { exportPKCS8, exportSPKI, generateKeyPair, importPKCS8, importSPKI } from "jose";

/** Reads a service's own Ed25519 private key from PEM (PKCS #8). */
export function readPrivateKey(pem: string): Promise<CryptoKey> {
  return importPKCS8(pem, "EdDSA");
}

/** Reads another service's Ed25519 public key from PEM (SPKI). */
export function readPublicKey(pem: string): Promise<CryptoKey> {
  return importSPKI(pem, "EdDSA");
}

/** A fresh pair: for solo, where keys live as long as the process, and for tests. */
export async function generateServiceKeys(): Promise<{ privateKey: CryptoKey; publicKey: CryptoKey }> {
  return generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
}

/** Both halves as PEM, for an operator to mount. */
export async function exportServiceKeys(pair: { privateKey: CryptoKey; publicKey: CryptoKey }) {
  return { privateKey: await exportPKCS8(pair.privateKey), publicKey: await exportSPKI(pair.publicKey) };
}
