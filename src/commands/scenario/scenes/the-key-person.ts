import { mustBe } from '../differs.js';
import type { Scene } from '../story.js';

/** The mother's employment is now the main matter: the role passes from one to the other without a gap. */
export const theKeyPerson: Scene = {
  title: { ja: 'キーパーソンを鈴木さんに引き継ぐ', en: 'The role of key person is handed over, without a gap' },
  async play(story) {
    const { sato, suzuki, takahashi, ito, watanabe, nakamura } = story.cast;
    const { caseId } = story;
    const reason = '母親の就労が主な課題になったため。';
    const offered = await sato.does({
      ja: '引き継ぎを申し出る「母親の就労が主な課題になったため」',
      en: "offers it: the mother's employment is now the main matter",
      verb: 'offerHandover',
      input: { caseId, staffId: suzuki.staffId, reason },
      select: 'id status case { keyPerson { staff { name } } }',
      expect: { status: 'OFFERED', case: { keyPerson: { staff: { name: '佐藤 恵' } } } },
      seenBy: [suzuki, takahashi, ito, watanabe, nakamura],
    });
    await takahashi.isRefused({
      ja: '鈴木さんに代わって答えようとする',
      en: 'tries to answer in her place',
      verb: 'acceptHandover',
      input: { handoverId: offered.id },
      code: 'FORBIDDEN',
    });
    await suzuki.does({
      ja: '引き受ける。この瞬間からキーパーソン',
      en: 'accepts, and is key person from this instant',
      verb: 'acceptHandover',
      input: { handoverId: offered.id },
      select: 'status from { name } staff { name }',
      expect: { status: 'ACCEPTED', from: { name: '佐藤 恵' }, staff: { name: '鈴木 直子' } },
      seenBy: [sato, takahashi, ito, watanabe, nakamura],
    });
    const terms = await watanabe.sees(
      { ja: '誰がキーパーソンかは全員が読める', en: 'reads, as everyone on the case does, who is key person' },
      'query ($id: Uuid!) { case(id: $id) { keyPersonTerms { since until staff { name } } } }',
      { id: caseId },
      { case: { keyPersonTerms: [{ until: null, staff: { name: '鈴木 直子' } }, { staff: { name: '佐藤 恵' } }] } },
    );
    const [now, before] = terms.case.keyPersonTerms;
    mustBe(before.until, now.since, 'The end of one term and the beginning of the next');
    story.transcript.detail(`空白なし no gap: ${before.until} = ${now.since}`);
    await sato.isRefused({
      ja: 'まだキーパーソンであるかのように役割の引き継ぎを申し出ようとする',
      en: 'tries to act as if she still were key person',
      verb: 'offerHandover',
      input: { caseId, staffId: takahashi.staffId, reason },
      code: 'FORBIDDEN',
    });
  },
};
