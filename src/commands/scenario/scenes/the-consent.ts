import type { Scene } from '../story.js';

/** An agency outside the municipality may be told only what the client agrees to, and only after she has agreed. */
export const theConsent: Scene = {
  title: { ja: 'ハローワークへの情報提供に本人の同意を得る', en: 'The client consents to telling Hello Work' },
  async play(story) {
    const { sato, watanabe, nakamura, matsumoto } = story.cast;
    const { caseId } = story;
    await sato.isRefused({
      ja: '同意を得る前に、ハローワークの渡辺さんを担当者に加えようとする',
      en: 'tries to give the navigator a seat before the client has agreed',
      verb: 'giveSeat',
      input: { caseId, staffId: watanabe.staffId },
      code: 'CONFLICT',
    });
    const { case: found } = await sato.person.ask('query ($id: Uuid!) { case(id: $id) { household { members { id relation } } } }', {
      id: caseId,
    });
    const subject = found.household.members.find(({ relation }: { relation: string }) => relation === 'SUBJECT');
    await sato.does({
      ja: '署名のある同意書を記録する「就業・学歴・連絡先・職業相談の内容を、就労支援のためにハローワークへ」',
      en: 'records her signed consent: employment, education, contact and the consultation, to Hello Work, for her employment',
      verb: 'recordConsent',
      input: {
        caseId,
        memberId: subject.id,
        agencyIds: [story.agencies.hellowork],
        categories: ['EMPLOYMENT', 'EDUCATION', 'IDENTITY', 'CONSULTATION'],
        purpose: 'EMPLOYMENT',
        evidence: 'SIGNED_FORM',
        givenOn: story.inDays(0),
      },
      select: 'provision evidence isWithdrawn bases { agency { name } isLive }',
      expect: {
        provision: 'PERMIT',
        evidence: 'SIGNED_FORM',
        isWithdrawn: false,
        bases: [{ agency: { name: 'ハローワーク三鷹' }, isLive: true }],
      },
      seenBy: [nakamura],
      hiddenFrom: [matsumoto, watanabe],
    });
  },
};
