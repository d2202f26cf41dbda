import { SCENES } from '../../src/commands/scenario/scenes.js';
import { NobodyThere, Story } from '../../src/commands/scenario/story.js';
import { examine } from '../../src/commands/trail-verify/examine.js';
import type { Head } from '../../src/trail/heads.js';
import { House } from '../support/house.js';

/* What `npm run scenario` plays, scene by scene, on a house of its own: the same story, told once. */

let house: House;
let story: Story;
const lines: string[] = [];

const playhouse = (address: string) => ({
  address,
  examine: (kept: readonly Head[]) => examine({ url: house.databaseUrl, headsDir: house.headsDir }, kept),
  write: (line: string) => void lines.push(line),
});

beforeAll(async () => {
  house = await House.open();
  story = await Story.begin(playhouse(house.address));
});
afterAll(async () => {
  story.end();
  await house.close();
});

describe('the conference of 武蔵野市', () => {
  // Each scene goes on where the one before ended: after a failure the rest would only repeat it.
  let isBroken = false;
  it.each(SCENES.map((scene) => [scene.title.en, scene] as const))('%s', async (_, scene) => {
    if (isBroken) throw new Error('An earlier scene failed.');
    isBroken = true;
    await story.play([scene]);
    isBroken = false;
  });

  it('is told in lines that a person can read, refusals in the words of the product', () => {
    const transcript = lines.join('\n');
    expect(transcript).toMatch(/佐藤 恵 +ケースを開き、キーパーソンになる\n +opens the case/);
    expect(transcript).toMatch(/⇢ 高橋 健一 \d+ ms/);
    expect(transcript).toContain('✕ INVALID [input.dueOn REQUIRED] いつまでに行うかを指定してください。');
    expect(lines).toHaveLength(story.transcript.lines);
  });

  it('can be played again on the same database, by another family', async () => {
    const again = await Story.begin(playhouse(house.address));
    await again.play(SCENES);
    again.end();
    expect(again.caseId).not.toBe(story.caseId);
  }, 120_000);

  it('says clearly when the people of the demonstration are not there', async () => {
    await house.behind("update account set login = login || '.gone'");
    await expect(Story.begin(playhouse(house.address))).rejects.toThrow(NobodyThere);
  });
});
