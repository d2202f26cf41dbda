// The signed token with which everybody but the product knows who asks.
import { createHmac } from 'node:crypto';

export const SECRET = 'bench-secret-bench-secret-bench-secret';

const json = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

export function signedToken({ id, role }) {
  const head = `${json({ alg: 'HS256', typ: 'JWT' })}.${json({ exp: 4_000_000_000, sub: id, role })}`;
  return `${head}.${createHmac('sha256', SECRET).update(head).digest('base64url')}`;
}
