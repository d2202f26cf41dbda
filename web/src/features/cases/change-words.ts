import { both } from '../../words/language';

/** What the key person changes about the case itself. */
export const words = both(
  {
    reviseHeadline: '見出しを改める',
    changeLead: '主担当機関を替える',
    leadTo: '新しい主担当機関',
    leadHint: 'このケースに席のある機関から選びます。',
    chooseLead: '機関を選んでください',
    leadWhy: '主担当機関を替える理由（両方の機関が読みます）',
    close: 'ケースを終結する',
    closeText: '終結すると、対応も会議も加えられなくなります。担当者は引き続き読めます。元には戻せません。',
    closeTasks: (count: number) => `終わっていない対応が${count}件あります。先に終えるか、取り下げてください。`,
    closeSession: '招集中または開催中の会議があります。',
    closeHandover: 'キーパーソンの引き継ぎを申し出中です。',
    closeWhy: '終結の理由（担当者が読みます）',
  },
  {
    reviseHeadline: 'Revise the headline',
    changeLead: 'Change the lead agency',
    leadTo: 'New lead agency',
    leadHint: 'One of the agencies that hold a seat on the case.',
    chooseLead: 'Please choose an agency',
    leadWhy: 'Why another agency leads (both read this)',
    close: 'Close the case',
    closeText: 'A closed case takes no more tasks or sessions; its team goes on reading it. This cannot be taken back.',
    closeTasks: (count) => `Unfinished tasks: ${count}. Finish or withdraw them first.`,
    closeSession: 'A session is convened or open.',
    closeHandover: 'The role of key person is being offered to somebody.',
    closeWhy: 'Why it is closed (people on the case read this)',
  },
);
