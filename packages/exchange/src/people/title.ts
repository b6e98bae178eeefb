const interim =
  /^(?:\(\s*(?:interim|acting)\s*\)|(?:interim|acting|a\.\s?i\.)\b[,:]?)\s*|[\s,–-]*(?:\(\s*(?:interim|acting|a\.\s?i\.|ad interim|kommissarisch|par intérim|interino|interina|plt\.?)\s*\)|,\s*(?:interim|acting|a\.\s?i\.|ad interim))$/iu;

/** A title without the words that say that somebody is there for the time being. */
export function readTitle(text: string): { readonly title: string; readonly interim: boolean } {
  const title = text.replace(interim, '').trim();
  return title && title !== text ? { title, interim: true } : { title: text, interim: false };
}

const ranks: readonly (readonly [RegExp, number])[] = [
  [/\bchief\b.*\bofficer\b|\bc[emtfodirp]o\b|\bchro\b|首席|执行长|執行長|الرئيس التنفيذي|\bvorstand\b/iu, 9],
  [
    /\bmanaging director\b|\bpresident\b(?<!vice[ -]president)|geschäftsführ|directeur général|director general|总经理|總經理/iu,
    9,
  ],
  [/\b(?:s|e)vp\b|\b(?:senior|executive) vice[ -]president\b/iu, 8],
  [/\bvp\b|\bvice[ -]president\b|\bavp\b|副总裁|副總裁|نائب الرئيس/iu, 7],
  [/\b(?:senior|executive|global|group) director\b/iu, 6],
  [
    /\bdirect(?:or|eur|rice|ora)\b|\bhead of\b|\bleit(?:er|erin|ung)\b|leiter(?:in)?\b|\bdirektur\b|\bkepala\b|总监|總監|部长|部長|مدير عام/iu,
    5,
  ],
  [/\b(?:senior|group|principal)\b.*\bmanager\b/iu, 4],
  [/\bmanager\b|\bresponsable\b|\bgerente\b|\bjefe\b|\bmanajer\b|经理|經理|主管|مدير/iu, 3],
  [/\blead\b|\bsupervisor\b|\bteam leader\b/iu, 2],
];

/** How high a title sounds, 0 to 9: only ever used to choose between people who could lead one department. */
export function rankOf(title: string): number {
  return ranks.find(([pattern]) => pattern.test(title))?.[1] ?? 0;
}

/** Whether a title is that of somebody who heads a whole company rather than one of its functions. */
export function headsCompany(title: string): boolean {
  if (
    /\bvice[ -]president\b|\bassistant\b|\bpartner\b|\bchief of staff\b|\bto (?:the )?(?:ceo|president)\b/i.test(
      title,
    )
  )
    return false;
  return /\bceo\b|\bchief executive\b|\bmanaging director\b|^(?:co-?)?founder\b|^president\b|\bgeneral manager\b|geschäftsführer|\bpdg\b|directeur général|directrice générale|director general|gerente general|direktur utama|总经理|總經理|首席执行官|執行長|代表取締役|الرئيس التنفيذي$|المدير العام/iu.test(
    title,
  );
}

/** Whether a department is the office of those at the top, beside the other departments and not above them. */
export function isTopOffice(department: string): boolean {
  return /\bexecutives?\b|\bleadership\b|\bboard\b|\bc-?suite\b|\bceo\b|^(?:top |senior |general |executive )?management(?: team)?$|geschäftsführung|geschäftsleitung|vorstand|direction générale|dirección general|presidencia|direksi|总经办|總經理室|总裁办|董事会|الإدارة العليا|الإدارة التنفيذية/iu.test(
    department,
  );
}
