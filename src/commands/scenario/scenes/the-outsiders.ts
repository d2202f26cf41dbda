import { randomUUID } from 'node:crypto';
import { mustBe } from '../differs.js';
import type { Scene } from '../story.js';

/** Colleagues of those on the case, without a seat: for them there is no such case. */
export const theOutsiders: Scene = {
  title: { ja: '同じ職場でも、担当でない人には何も見えない', en: 'Colleagues who are not on the case see nothing' },
  async play(story) {
    const { matsumoto, kato } = story.cast;
    const { caseId } = story;
    for (const outsider of [matsumoto, kato]) {
      const ask = (id: string) => outsider.person.ask('query ($id: Uuid!) { case(id: $id) { headline } }', { id });
      await outsider.isDenied({ ja: 'このケースを開こうとする', en: 'tries to look at the case', code: 'NOT_FOUND' }, () => ask(caseId));
      await outsider.isDenied(
        { ja: '存在しないケースでも答えは同じ', en: 'gets the same answer for a case that never was', code: 'NOT_FOUND' },
        () => ask(randomUUID()),
      );
      mustBe(await outsider.live.watch({ caseId }), { ok: false, code: 'NOT_FOUND' }, `The socket of ${outsider.name}`);
      const lists = `query ($caseId: Uuid!) { tasks(caseId: $caseId) { id } trail(caseId: $caseId) { seq } inbox(after: 0) { caseId } }`;
      const { tasks, trail, inbox } = await outsider.person.ask(lists, { caseId });
      const pointed = outsider.live.pointers.filter((pointer) => pointer.caseId === caseId).length;
      const inInbox = inbox.filter((entry: { caseId: string }) => entry.caseId === caseId).length;
      mustBe([tasks.length, trail.length, inInbox, pointed], [0, 0, 0, 0], `What ${outsider.name} learned of the case`);
      story.transcript.detail('対応事項 0・記録 0・受信箱 0・通知 0　nothing, anywhere');
    }
  },
};
