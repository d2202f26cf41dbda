import type { Database } from '../../database/database.js';
import type { Keyring } from '../../keyring.js';
import { openLetter } from '../sign-in/link-letter.js';
import type { Message } from './compose.js';
import { POST } from './letters.js';

const CHOSEN = 'select address from mail_choice where staff_id = $1';
const SAYS = [
  'つなぎにサインインするためのリンクです。開いて、パスワードを決めてください。3日以内に一度だけ使えます。',
  'With this link you choose a password of Tsunagi. It works once, within three days.',
];
const FOOT = [
  'このリンクを、ほかの人に渡さないでください。心当たりがないときは、システム管理者に知らせてください。',
  'Give it to nobody. If you did not expect it, please tell your system administrator.',
];

/** The link with which somebody chooses a password, as it is mailed to them. `null` once it was used, replaced or too old. */
export async function linkFor(database: Database, keyring: Keyring, staffId: string): Promise<Message | null> {
  const letter = await openLetter(database, keyring, POST, staffId);
  if (!letter) return null;
  const [choice] = letter.to === null ? await database.read<{ address: string }>(POST, CHOSEN, [staffId]) : [];
  const to = letter.to ?? choice?.address;
  return to ? { to, subject: '【つなぎ】サインイン用のリンク', text: [...SAYS, '', letter.address, '', ...FOOT].join('\n') } : null;
}
