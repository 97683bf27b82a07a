const lang = document.documentElement.lang.startsWith("en") ? "en" : "ru";

const texts = {
  ru: {
    left: (time) => `осталось около ${time}`,
    seconds: (n) => `${n} с`,
    minutes: (n) => `${n} мин`,
    finished: "Готово.",
    dropHere: "или перетащите файлы сюда",
    remove: "Убрать",
    removed: (name) => `Файл ${name} убран.`,
    refused: (names) => `Не подходит по виду файла: ${names}.`,
    total: (n, size) => `${n} ${plural(n, "файл", "файла", "файлов")}, всего ${size}`,
    few: (names) => names.slice(0, 5).join(", ") + (names.length > 5 ? ` и ещё ${names.length - 5}` : ""),
    folder: "Выбрать папку",
    large: (names, most) => `Больше ${most}, не будут отправлены: ${names}.`,
    most: (n) => `За один раз отправляется не больше ${n} файлов: остальные добавьте потом.`,
    sends: "Отправка файлов",
    sending: (done, total, name) => `Отправляется ${done} из ${total}: ${name}`,
    sent: (n) => `Отправлено: ${n}. Проверяется…`,
    lost: (n, why) => `Не отправлено: ${n}. ${why} Что уже отправлено, не пропадёт.`,
    link: "Связь прервалась.",
    again: "Отправить остальные",
    goOn: "Проверить отправленные",
    units: ["Б", "КБ", "МБ", "ГБ"],
    interval: "интервал",
    to: "до",
    from: "от",
  },
  en: {
    left: (time) => `about ${time} left`,
    seconds: (n) => `${n} s`,
    minutes: (n) => `${n} min`,
    finished: "Finished.",
    dropHere: "or drop files here",
    remove: "Remove",
    removed: (name) => `File ${name} removed.`,
    refused: (names) => `Not a fitting kind of file: ${names}.`,
    total: (n, size) => `${n} ${n === 1 ? "file" : "files"}, ${size} in all`,
    few: (names) => names.slice(0, 5).join(", ") + (names.length > 5 ? ` and ${names.length - 5} more` : ""),
    folder: "Choose a folder",
    large: (names, most) => `Larger than ${most}, will not be sent: ${names}.`,
    most: (n) => `No more than ${n} files are sent at a time: add the others later.`,
    sends: "Sending files",
    sending: (done, total, name) => `Sending ${done} of ${total}: ${name}`,
    sent: (n) => `Sent: ${n}. Checking…`,
    lost: (n, why) => `Not sent: ${n}. ${why} What has been sent is kept.`,
    link: "The link broke.",
    again: "Send the others",
    goOn: "Check what was sent",
    units: ["B", "KB", "MB", "GB"],
    interval: "interval",
    to: "to",
    from: "from",
  },
};

export const words = texts[lang];

const rule = new Intl.PluralRules("ru");
function plural(n, one, few, many) {
  return { one, few }[rule.select(n)] ?? many;
}

const locale = lang === "ru" ? "ru-RU" : "en-GB";

export function number(value, digits = 2) {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value).replace("-", "−");
}

export function size(bytes) {
  let unit = 0;
  while (bytes >= 1024 && unit < words.units.length - 1) {
    bytes /= 1024;
    unit++;
  }
  return `${number(bytes, bytes < 10 && unit > 0 ? 1 : 0)}\u00a0${words.units[unit]}`;
}

export function duration(seconds) {
  return seconds < 90 ? words.seconds(Math.max(5, Math.round(seconds / 5) * 5)) : words.minutes(Math.round(seconds / 60));
}
