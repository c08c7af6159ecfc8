// Offers the reader's own language once; never changes it unasked.
export default function suggest(line) {
  const wanted = line.dataset.language;
  const chosen = /(?:^|; )language=/.test(document.cookie);
  const speaks = navigator.languages?.[0]?.toLowerCase().startsWith(wanted);
  const reads = navigator.languages?.some((code) => code.toLowerCase().startsWith(document.documentElement.lang.toLowerCase()));
  if (!chosen && speaks && !reads) line.hidden = false;
}
