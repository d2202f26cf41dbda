import type { Sentence } from '../../refusal.js';
import type { Kind } from '../../trail/kinds.js';

/** What entries say of how people and programs sign in. */
export const SENTENCES_OF_SIGNING_IN = {
  'account.opened': { ja: '{actor}がアカウントを作成しました。', en: '{actor} opened an account.' },
  'password.changed': { ja: '{actor}がパスワードを変更しました。', en: '{actor} changed their password.' },
  'session.started': { ja: '{actor}がサインインしました。', en: '{actor} signed in.' },
  'session.ended': { ja: '{actor}がサインアウトしました。', en: '{actor} signed out.' },
  'session.renewed': { ja: '{actor}のサインインが新しい鍵に替わりました。', en: 'The session of {actor} got another token.' },
  'sign-in-link.made': { ja: '{actor}がサインイン用のリンクを発行しました。', en: '{actor} made a link for signing in.' },
  'sign-in-link.used': { ja: '{actor}がリンクからパスワードを設定しました。', en: '{actor} chose a password by a link.' },
  'second-factor.added': { ja: '{actor}が二段階認証の手段を加えました。', en: '{actor} added a second factor.' },
  'second-factor.ended': { ja: '{actor}が二段階認証の手段を外しました。', en: '{actor} took a second factor away.' },
  'recovery-codes.made': { ja: '{actor}が回復コードを作り直しました。', en: '{actor} made new recovery codes.' },
  'recovery-code.used': { ja: '{actor}が回復コードを使いました（残り{left}個）。', en: '{actor} used a recovery code; {left} are left.' },
  'sign-in-rule.changed': { ja: '{actor}が二段階認証を必要とする職種を改めました。', en: '{actor} changed who needs a second factor.' },
  'identifier.set': { ja: '{actor}が職員認証の識別子を設定しました。', en: '{actor} set what the sign-in provider calls somebody.' },
  'provider.tied': { ja: '{actor}が職員認証と結び付けられました。', en: '{actor} was tied to the sign-in provider.' },
  'service.added': { ja: '{actor}が連携システムを登録しました。', en: '{actor} added a program of an agency.' },
  'api-token.issued': {
    ja: '{actor}が{staff}のトークンを発行しました（{expires}まで）。',
    en: '{actor} issued a token for {staff}, until {expires}.',
  },
  'api-token.revoked': { ja: '{actor}が{staff}のトークンを取り消しました。', en: '{actor} revoked a token of {staff}.' },
} as const satisfies Partial<Record<Kind, Sentence>>;
