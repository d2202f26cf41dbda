import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectProcess, METRICS_TYPE, metricsText } from './metrics.js';

/**
 * Metrics have a port of their own, which whoever watches reaches and the people do not: nothing on the port of the product answers with them.
 * Throws when the port is taken. `address` is `host:port`.
 */
export async function serveMetrics(address: string): Promise<{ readonly address: string; close(): Promise<void> }> {
  collectProcess();
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
    metricsText().then(
      (text) => response.writeHead(200, { 'content-type': METRICS_TYPE }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  const { hostname, port } = new URL(`http://${address}`);
  server.listen(Number(port || 80), hostname.replace(/^\[|\]$/g, ''));
  await once(server, 'listening');
  return {
    address: `http://${hostname}:${(server.address() as AddressInfo).port}`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
