import pg from 'pg';
import { HeadBook, headsInMinutes, type Head } from '../../trail/heads.js';
import { verify, type Finding } from '../../trail/verify.js';

/** Walks the trail of a database against every head that is known: published in `headsDir`, on minutes, or kept by somebody. */
export async function examine(
  place: { readonly url: string; readonly headsDir: string },
  kept: readonly Head[],
  onProgress?: (entries: number) => void,
): Promise<Finding> {
  const client = new pg.Client({ connectionString: place.url, application_name: 'tsunagi-verify' });
  try {
    await client.connect();
    // The heads first: what is published afterwards may be newer than what this run reads.
    const published = [...(await new HeadBook(place.headsDir).read()), ...(await headsInMinutes(client)), ...kept];
    return await verify(client, published, onProgress);
  } finally {
    await client.end();
  }
}
