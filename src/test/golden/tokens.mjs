// Writes the golden token ids of src/test/resources/golden/tokens with the official tokenizer:
//   npm install tiktoken@1.0.22 && node src/test/golden/tokens.mjs src/test/resources/golden/tokens
// strings.jsonl: 40 categories of 50 strings with their ids in both encodings.
// codepoints.txt: for each 4,096 code points a checksum of the ids of each one in four surroundings.
import { createRequire } from 'node:module'
import { writeFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { join, resolve } from 'node:path'

const require = createRequire(resolve('package.json'))
const { get_encoding } = require('tiktoken')
const encodings = { o200k_base: get_encoding('o200k_base'), cl100k_base: get_encoding('cl100k_base') }
const target = process.argv[2]

let seed = 20261123
const random = n => {
  seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
  return Math.floor((seed / 2 ** 32) * n)
}
const pick = list => list[random(list.length)]
const repeat = (from, to, make) => Array.from({ length: from + random(to - from + 1) }, make)
const from = (...ranges) => () => {
  const [low, high] = pick(ranges)
  return String.fromCodePoint(low + random(high - low + 1))
}
const run = (range, low, high) => () => repeat(low, high, range).join('')
const words = list => () => repeat(3, 14, () => pick(list)).join(' ')
const ENGLISH = ('the prompt cache reads a prefix that is stable and long enough; then calls get cheaper. Customers ' +
  'ask about invoices, refunds, HTTP errors, don\'t they? We\'ll see: it\'s 42% faster (mostly) I\'M sure you\'RE ' +
  'right that\'LL do they\'ve gone').split(' ')
const CODE = ['if (x == null) {', '    return y;', '}', 'const a = [1, 2, 3];', '=> {', '// note', '/* c */', '#include <x>',
  'def f(self, **kw):', '\t\treturn None', 'SELECT * FROM t WHERE id = 7;', 'std::vector<int>', 'a->b', '"s\\n"', '${x}',
  'fooBarBaz', 'HTTPServer2', 'snake_case_name', '&&', '||', '!=', '<<=', '...', '::', '/usr/bin/env']
const SPACES = [' ', '  ', '   ', '\t', '\n', '\r\n', '\r', '\u00a0', '\u0085', '\u2003', '\u3000', '\u2028', '\v', '\f', '\u202f']
const PIECES = [...ENGLISH, ...CODE, ...SPACES, '中文', '漢字。', 'ありがとう', 'Привет', 'مرحبا', '😀', '👩‍👩‍👧', '123', '1234567',
  "'s", "'LL", '/', '//', '\n/', '\ufe0f', 'e\u0301', '\u0000', 'ǅ', 'ʰ', 'Ⅷ', '½', '{{x}}', '<|endoftext|>']

const categories = {
  english: words(ENGLISH),
  capitals: () => words(ENGLISH)().toUpperCase(),
  camel: () => repeat(2, 8, () => { const w = pick(ENGLISH); return w[0].toUpperCase() + w.slice(1) }).join(''),
  contractions: () => repeat(2, 8, () => pick(['I', 'we', 'THEY', 'x', '1', ' ', '']) +
    pick(["'s", "'S", "'t", "'re", "'Re", "'VE", "'m", "'ll", "'lL", "'d", "'\u017f", "'x", "''s", "'"])).join(pick(['', ' '])),
  code: () => repeat(2, 8, () => pick(CODE)).join(pick([' ', '\n', '\n    '])),
  indentation: () => repeat(2, 6, () => pick(['  ', '    ', '\t', '\t\t', '      ']) + pick(CODE)).join('\n'),
  json: () => JSON.stringify(Object.fromEntries(repeat(1, 5, () => [pick(ENGLISH), pick([1, true, null, 'a "b"', [1, 2]])])), null, pick([0, 2])),
  urls: () => repeat(1, 3, () => 'https://' + pick(['a', 'docs', 'x-y']) + '.example.com/' + pick(['a/b', 'p?q=1&r=%20', '#top', '~u/']) + random(1e6)).join(' '),
  paths: () => repeat(1, 5, () => '/' + pick(['usr', 'home', 'etc/x', 'a.b'])).join(pick(['', '/', '\n'])),
  slashes: run(() => pick(['/', '//', '\n', '!', ' ', 'a', '\r\n/']), 2, 14),
  digits: run(from([48, 57]), 1, 24),
  numbers: () => repeat(2, 8, () => (random(1e9) / 10 ** random(6)).toString()).join(pick([' ', ', ', '\n'])),
  numerals: run(from([0x660, 0x669], [0x966, 0x96f], [0x2160, 0x2188], [0xbc, 0xbe], [0x1d7ce, 0x1d7ff]), 1, 10),
  dates: () => `${2000 + random(50)}-${1 + random(12)}-${1 + random(28)}T${random(24)}:${random(60)}:${random(60)}Z`,
  uuids: () => repeat(8, 8, () => random(65536).toString(16)).join('-'),
  base64: run(() => pick([...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=']), 10, 80),
  punctuation: run(from([33, 47], [58, 64], [91, 96], [123, 126]), 2, 20),
  spaces: run(() => pick(SPACES), 1, 12),
  blanks: () => ' '.repeat(1 + random(120)) + pick(['', 'x', '\n', '!']),
  newlines: () => repeat(2, 8, () => pick(['\n', '\r\n', '\n\n', '\r', ' \n', '\n ', 'a', '.', '\t\n'])).join(''),
  letters: () => pick([...'aAzé中ж']).repeat(1 + random(200)),
  signs: () => pick([...'-=*#_.~!—…']).repeat(1 + random(150)),
  markdown: () => repeat(2, 6, () => pick(['# ', '## ', '- ', '1. ', '> ', '**', '`']) + pick(ENGLISH)).join('\n'),
  html: () => repeat(2, 6, () => { const t = pick(['p', 'div class="a"', 'br/', 'li']); return `<${t}>${pick(ENGLISH)}</${t.split(' ')[0]}>` }).join(''),
  german: words('Überprüfung straße Größe schön daß Äpfel naïve Fußgänger'.split(' ')),
  accents: words('café crème señor niño façade où être São Łódź Čapek İstanbul ÅNGSTRÖM'.split(' ')),
  combining: run(() => pick(['e', 'A', 'o', ' ', '1', '!']) + from([0x300, 0x36f])(), 2, 12),
  cyrillic: words('Привет мир Сегодня хорошая погода ЭТО Проверка'.split(' ')),
  greek: words('Καλημέρα κόσμε ΟΔΟΣ ἄνθρωπος'.split(' ')),
  hebrew: words('שלום עולם בָּרוּךְ'.split(' ')),
  arabic: words('مرحبا بالعالم كَتَبَ ٢٠٢٦'.split(' ')),
  indic: words('नमस्ते दुनिया বাংলা தமிழ் తెలుగు ไทยภาษา ລາວ'.split(' ')),
  chinese: run(() => pick([...'中文提示词缓存前缀必须完全相同才可以重用，。！的了是我不在人有他这']), 3, 50),
  japanese: run(() => pick([...'これはテストですカタカナ漢字、。ー「」プロンプト']), 3, 40),
  korean: words('안녕하세요 세계 프롬프트 캐시 접두사'.split(' ')),
  emoji: run(() => pick(['😀', '👍🏽', '👩‍💻', '🇩🇪', '❤️', '🏳️‍🌈', ' ', 'a', '1️⃣']), 1, 12),
  titlecase: run(from([0x1c4, 0x1cc], [0x1f1, 0x1f3], [0x1f88, 0x1f8f], [0x2b0, 0x2b8], [97, 100], [65, 68]), 1, 12),
  supplementary: run(from([0x10400, 0x1044f], [0x1d400, 0x1d433], [0x20000, 0x20040], [0x1f600, 0x1f640], [0xe000, 0xe010]), 1, 12),
  controls: run(from([0, 31], [127, 159], [0x200b, 0x200f], [0xfdd0, 0xfdef], [0x378, 0x379]), 1, 12),
  mixture: run(() => pick(PIECES), 3, 24)
}
if (Object.keys(categories).length !== 40) throw new Error('40 categories are wanted')

const lines = []
for (const [category, make] of Object.entries(categories)) {
  for (let i = 0; i < 50; i++) {
    const text = make()
    lines.push(JSON.stringify({ category, text, o200k_base: [...encodings.o200k_base.encode_ordinary(text)],
      cl100k_base: [...encodings.cl100k_base.encode_ordinary(text)] }))
  }
}
writeFileSync(join(target, 'strings.jsonl'), lines.join('\n') + '\n')

const BLOCK = 4096
const sums = []
for (let start = 0; start < 0x110000; start += BLOCK) {
  const sum = name => {
    const ids = []
    for (let c = start; c < start + BLOCK; c++) {
      if (c >= 0xd800 && c <= 0xdfff) continue
      const s = String.fromCodePoint(c)
      for (const text of [s, `a${s}B`, ` ${s}b `, `'${s}${s}\n`]) ids.push(...encodings[name].encode_ordinary(text), -1)
    }
    return crc32(Int32Array.from(ids)).toString(16)
  }
  sums.push(`${start.toString(16)} ${sum('o200k_base')} ${sum('cl100k_base')}`)
}
writeFileSync(join(target, 'codepoints.txt'), sums.join('\n') + '\n')
