import type { Config } from '../../config.js';
import type { Standing } from '../../operations/readiness.js';
import { look, well, wrong, type Finding } from './finding.js';

const PATIENCE_MS = 5_000;
const CURE = {
  ja: 'docs/operations.md の「Is it well?」に、部分ごとの手当てがあります。',
  en: 'docs/operations.md, "Is it well?", says what to do for each part.',
};

/** What a node that runs with these settings says of itself, part by part; that none runs here is no fault. */
export async function runningFindings({ host, port }: Pick<Config, 'host' | 'port'>): Promise<Finding[]> {
  const standing = await standingAt(`http://${reachable(host)}:${port}/health/ready`);
  if (!standing) return [well('product', { ja: `ポート ${port} では動いていません。`, en: `It does not run on port ${port} now.` })];
  const findings = Object.entries(standing.parts).flatMap(([part, { state, says }]) => {
    if (state === 'OK' || !says) return [];
    const told = { ja: `動作中の製品（${part}）：${says.ja}`, en: `The running product, ${part}: ${says.en}` };
    return [state === 'FAILED' ? wrong('product', told, CURE) : look('product', told, CURE)];
  });
  if (findings.length > 0) return findings;
  return [well('product', { ja: '動作中の製品に異常はありません。', en: 'The running product says that all is well.' })];
}

/** `null` where nothing of ours answers. */
async function standingAt(url: string): Promise<Standing | null> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
    .then((response) => response.json() as Promise<{ product?: string } & Standing>)
    .catch(() => null);
  return answer?.product === 'tsunagi' ? answer : null;
}

/** Whoever listens everywhere listens here. */
const reachable = (host: string) => (['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host);
