import { both } from '../../words/language';

export const words = both(
  {
    signingIn: 'サインイン',
    signingInOf: (name: string) => `${name}さんのサインイン`,
    makeLink: 'リンクを発行する',
    linkText:
      '初めてのサインインのとき、またはパスワードを忘れたときに、本人に渡します。3日以内に一度だけ使えます。この表示を閉じると、もう見られません。',
    copy: '写す',
    copied: '写しました',
    handed: '渡したので閉じる',
    identifier: '職員認証での識別子（メールアドレスなど）',
    identifierOf: (name: string) => `${name}さんの職員認証での識別子`,
    identifierHint: '職員認証で最初にサインインしたときに、この人と結び付けられます。空にすると、職員認証では入れなくなります。',
    save: '保存する',
    saved: '保存しました。',
    noFactors: '二段階認証はまだ設定されていません。',
    endFactor: (name: string) => `二段階認証「${name}」を外す`,
    endSessions: (count: number) => `サインイン中の${count}か所をすべて終わらせる`,
    noSessions: 'いまサインインしているところはありません。',
    rules: '二段階認証を必要とする職種',
    rulesText:
      '次のサインインから、設定するまで先に進めなくなります。全職種、少なくともシステム管理者・個人情報保護担当・管理者に勧めます。',
  },
  {
    signingIn: 'Signing in',
    signingInOf: (name: string) => `Signing in of ${name}`,
    makeLink: 'Make a link',
    linkText:
      'Hand it over for a first sign-in, or when a password is forgotten. It works once, within three days, and is shown this once.',
    copy: 'Copy',
    copied: 'Copied',
    handed: 'Handed over: close',
    identifier: 'Identifier with the sign-in provider (a mail address, for instance)',
    identifierOf: (name: string) => `Identifier of ${name} with the sign-in provider`,
    identifierHint: 'The first sign-in through the provider is tied to this person by it. Empty ends signing in through the provider.',
    save: 'Save',
    saved: 'Saved.',
    noFactors: 'No second factor has been set up.',
    endFactor: (name: string) => `Remove the second factor “${name}”`,
    endSessions: (count: number) => `End all sessions (${count})`,
    noSessions: 'Not signed in anywhere now.',
    rules: 'Professions that need a second factor',
    rulesText:
      'From their next sign-in on they cannot go on before it is set up. Recommended for all, at least for system administrators, information officers and managers.',
  },
);
