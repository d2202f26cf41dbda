import { existsSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import { adviceOn, type Config } from '../../config.js';
import { Keyring } from '../../keyring.js';
import { freeMib } from '../../operations/parts.js';
import { look, well, wrong, type Finding } from './finding.js';

const PATIENCE_MS = 5_000;

/** Settings that are no fault, and yet not what a house with real families wants. */
export function settingsFindings(config: Config): Finding[] {
  const advice = adviceOn(config);
  if (advice.length === 0) return [well('settings', { ja: '設定に誤りはありません。', en: 'The settings are right.' })];
  const cure = {
    ja: '実際の家庭を支える前に直してください（README の Settings）。',
    en: 'Change it before real families are served (README, Settings).',
  };
  return advice.map((sentence) => look('settings', { ja: `設定の確認：${sentence}`, en: sentence }, cure));
}

export async function diskFinding({ databaseUrl, dataDir, headsDir, diskReserveMib }: Config): Promise<Finding> {
  const free = await freeMib(databaseUrl === null ? dataDir : headsDir);
  if (free >= diskReserveMib)
    return well('disk', { ja: `ディスクの空きは ${free} MiB です。`, en: `There are ${free} MiB left on the disk.` });
  return wrong(
    'disk',
    { ja: `ディスクの空きが ${free} MiB しかありません。`, en: `There are only ${free} MiB left on the disk.` },
    { ja: '空きを作るか、DATA_DIR・HEADS_DIR を移してください。', en: 'Make room, or move DATA_DIR or HEADS_DIR.' },
  );
}

export function keysFinding({ keysFile, makesKeys }: Config): Finding {
  if (makesKeys && !existsSync(keysFile))
    return well('keys', { ja: '鍵は最初の起動で作られます。', en: 'The keys are made at the first start.' });
  try {
    Keyring.in(keysFile, { mayMake: false });
    return well('keys', { ja: '鍵は使用できます。', en: 'The keys can be used.' });
  } catch (fault) {
    return wrong(
      'keys',
      { ja: `鍵を使用できません：${(fault as Error).message}`, en: (fault as Error).message },
      {
        ja: '控えから戻してください。鍵がないと封をした値は開けません。',
        en: 'Put it back from its backup: without the keys nothing that they sealed can be opened.',
      },
    );
  }
}

/** Knocks at the mail server, and sends nothing. */
export async function mailFinding({ smtpUrl }: Config): Promise<Finding> {
  if (!smtpUrl) return well('mail', { ja: 'メールは送らない設定です。', en: 'No mail is sent (SMTP_URL is empty).' });
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  try {
    await transport.verify();
    return well('mail', { ja: 'メールサーバーに接続できます。', en: 'The mail server answers.' });
  } catch (fault) {
    const code = (fault as { code?: string }).code ?? 'UNKNOWN';
    return wrong(
      'mail',
      { ja: `メールサーバーを使用できません（${code}）。`, en: `The mail server cannot be used (${code}).` },
      { ja: 'SMTP_URL の宛先、パスワード、TLS を確かめてください。', en: 'Look at the host, the password and TLS in SMTP_URL.' },
    );
  } finally {
    transport.close();
  }
}
