import type { Scene } from '../story.js';
import { ILLNESS } from '../words.js';

const VISITED = '訪問したとき部屋は片付いておらず、食事の時間も決まっていなかった。母は昼まで起きられない日がある';

/** Each agency says what it knows, in a category; the home visit shows what has to come first. */
export const whatEachKnows: Scene = {
  title: { ja: '開会し、各機関が知っていることを持ち寄る', en: 'The session opens; each agency says what it knows' },
  async play(story) {
    const { sato, suzuki, takahashi, ito, watanabe, nakamura, matsumoto } = story.cast;
    const { caseId, sessionId } = story;
    await suzuki.isRefused({
      ja: '開会の前に話し始めようとする',
      en: 'tries to speak before the session has opened',
      verb: 'makeStatement',
      input: { sessionId, category: 'EMPLOYMENT', body: '面接の予約を三度延ばしている。' },
      code: 'CONFLICT',
    });
    await sato.does({
      ja: '開会する',
      en: 'opens the session',
      verb: 'openSession',
      input: { sessionId, version: 1 },
      select: 'status',
      expect: { status: 'OPEN' },
      seenBy: [suzuki, takahashi, ito, watanabe, nakamura],
      hiddenFrom: [matsumoto],
    });
    await suzuki.does({
      ja: '［就業］「事務職を希望しているが、面接の予約を三度延ばした。理由は聞けていない」',
      en: 'EMPLOYMENT: she wishes for office work, but put off three interviews',
      verb: 'makeStatement',
      input: { sessionId, category: 'EMPLOYMENT', body: '事務職を希望しているが、面接の予約を三度延ばした。理由は聞けていない。' },
      seenBy: [sato, takahashi, watanabe],
      hiddenFrom: [ito, nakamura],
    });
    await takahashi.does({
      ja: `家庭訪問を記録する「${VISITED}」`,
      en: 'writes down his home visit of yesterday: the daily life is in disorder',
      verb: 'writeRecord',
      input: { caseId, category: 'LIFE', kind: 'OBSERVATION', channel: 'VISIT', happenedOn: story.inDays(-1), body: `${VISITED}。` },
      seenBy: [sato, suzuki, ito],
      hiddenFrom: [watanabe],
    });
    await takahashi.does({
      ja: '［生活］「就労支援の前に、まず生活の支援が必要だ」',
      en: 'LIFE: support for daily life must come before employment support',
      verb: 'makeStatement',
      input: { sessionId, category: 'LIFE', body: `${VISITED}。就労支援の前に、まず生活の支援が必要だ。` },
      seenBy: [sato, suzuki, ito],
      hiddenFrom: [watanabe, nakamura],
    });
    await ito.does({
      ja: `［健康］「${ILLNESS}」`,
      en: 'HEALTH: what a nurse knows stays with those whose work needs it',
      verb: 'makeStatement',
      input: { sessionId, category: 'HEALTH', body: `${ILLNESS}。` },
      hiddenFrom: [watanabe, suzuki, takahashi, sato, nakamura, matsumoto],
    });
    await watanabe.isRefused({
      ja: '健康のことを話そうとする',
      en: 'tries to speak about her health',
      verb: 'makeStatement',
      input: { sessionId, category: 'HEALTH', body: '窓口で具合が悪そうだった。' },
      code: 'FORBIDDEN',
    });
    await watanabe.does({
      ja: '［就業］「登録はあるが、この二か月は来所がない」',
      en: 'EMPLOYMENT: she is registered, but has not come for two months',
      verb: 'makeStatement',
      input: { sessionId, category: 'EMPLOYMENT', body: '求職の登録はあるが、この二か月は来所がない。' },
      seenBy: [sato, suzuki],
    });
    const heard = 'query ($id: Uuid!) { conferenceSession(id: $id) { statements { category agency { name } } } }';
    const said = (...categories: string[]) => ({ conferenceSession: { statements: categories.map((category) => ({ category })) } });
    await watanabe.sees(
      { ja: '就業についての発言だけを読む', en: 'reads what was said of employment, and no trace of the rest' },
      heard,
      { id: sessionId },
      said('EMPLOYMENT', 'EMPLOYMENT'),
    );
    await ito.sees(
      { ja: '生活と健康についての発言を読む', en: 'reads what was said of daily life and health' },
      heard,
      { id: sessionId },
      said('LIFE', 'HEALTH'),
    );
    await sato.sees(
      { ja: 'キーパーソンとして、健康の中身を除くすべてを読む', en: 'as key person reads everything but what the nurse said' },
      heard,
      { id: sessionId },
      said('EMPLOYMENT', 'LIFE', 'EMPLOYMENT'),
    );
  },
};
