/** What the tasks, questions and issues of the story say: people find them again by their words. */

export const QUESTIONS = {
  first: 'まず何を支えるか（生活か、就労か）',
  work: '就労支援をいつ、どう進めるか',
  roles: '誰がどのような役割を果たすか',
  keyPerson: 'これからのキーパーソンを誰にするか',
} as const;

export const ISSUES = {
  life: '生活のリズムが整わず、日々の家事が回っていない',
  health: '母の不眠と気分の落ち込み',
  child: '下の子の登園が途切れがちである',
  work: '働ける時間帯と仕事が見つかっていない',
} as const;

export const TASKS = {
  visit: '週に一度家庭を訪問し、生活の立て直しを一緒に進める',
  accompany: '高橋さんの家庭訪問に同行し、母親の話を聞く',
  care: '保育園と相談し、一時保育を使えるようにする',
  allowance: '児童扶養手当の現況届の手続きを案内する',
  mornings: '朝起きる時刻と、登園の支度の順番を家族で決める',
  clinic: '受診先と相談し、通院に付き添う',
  handOver: 'ハローワークへ同行し、渡辺ナビゲーターにつなぐ',
  navigator: '同じナビゲーターが継続して相談を受け、求人を紹介する',
} as const;

/** What the nurse tells, which the navigator learns nothing of. */
export const ILLNESS = '眠れない日が続き、心療内科に通い始めた。服薬を調整している';
