/** One spelling for width, case and kana: カ, ｶ and か are the same to whoever searches. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))
    .replace(/\s/g, '');

/** Whether any of these texts has what somebody is looking for. */
export const finds = (search: string, texts: readonly string[]) => texts.some((text) => plain(text).includes(plain(search)));
