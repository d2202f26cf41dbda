import type { Kind } from '../../trail/kinds.js';

/** What waits for somebody, as mail may say it: that something does, and nothing of what or of whom. An invitation has mail of its own. */
export const NOTICES = {
  'task.offered': { ja: '対応事項の依頼が届いています。', en: 'You are asked to take on a task.' },
  'task.reassigned': { ja: '対応事項の担当の変更について連絡が届いています。', en: 'A task has been given to another owner.' },
  'handover.offered': { ja: 'キーパーソンの引き継ぎの依頼が届いています。', en: 'You are asked to become key person.' },
  'postponement.requested': { ja: '期限延長の申請が届いています。', en: 'A later deadline has been requested.' },
  'minutes.confirmation-asked': { ja: '会議録の確認の依頼が届いています。', en: 'You are asked to confirm minutes.' },
  'access.begun': { ja: '確認が必要な臨時の閲覧があります。', en: 'An extraordinary access waits for its review.' },
} as const satisfies Partial<Record<Kind, { ja: string; en: string }>>;

export type NoticeKind = keyof typeof NOTICES;
export const NOTICE_KINDS = Object.keys(NOTICES) as readonly NoticeKind[];
