import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';
import type { Config } from '../config.js';

/** A network of IPv6 belongs to one household or office: its 2⁶⁴ addresses count as one. */
const networkOf = (address: string) => (address.includes(':') ? address.split(':').slice(0, 4).join(':') : address);

/** From which address a request comes. What a request says of itself is believed only of the proxies that the settings name. */
export function addresses({ trustedProxies }: Pick<Config, 'trustedProxies'>): (request: IncomingMessage) => string {
  const trusts = proxyAddress.compile([...trustedProxies]);
  return (request) => networkOf(String(proxyAddress(request, trusts) ?? '').replace(/^::ffff:/i, ''));
}
