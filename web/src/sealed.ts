/** AES-GCM with 96-bit nonces, as NIST SP 800-38D asks for. */
const CIPHER = 'AES-GCM';
const NONCE_BYTES = 12;

/** Browsers seal only on pages that came over TLS, or from this machine. */
export const canSeal = (): boolean => globalThis.isSecureContext;

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const base64Of = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const keyFrom = (key: string) => crypto.subtle.importKey('raw', bytesOf(key), CIPHER, false, ['encrypt', 'decrypt']);

/** Seals a text under a key of 32 bytes in base64. */
export async function seal(text: string, key: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const sealed = await crypto.subtle.encrypt({ name: CIPHER, iv }, await keyFrom(key), new TextEncoder().encode(text));
  return `${base64Of(iv)} ${base64Of(new Uint8Array(sealed))}`;
}

/** The text that was sealed, or `null` when it was under another key. */
export async function open(sealed: string, key: string): Promise<string | null> {
  try {
    const [iv = '', text = ''] = sealed.split(' ');
    const opened = await crypto.subtle.decrypt({ name: CIPHER, iv: bytesOf(iv) }, await keyFrom(key), bytesOf(text));
    return new TextDecoder().decode(opened);
  } catch {
    return null;
  }
}
