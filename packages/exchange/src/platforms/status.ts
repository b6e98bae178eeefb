const statuses: readonly (readonly [RegExp, string])[] = [
  [
    /retiring|sunset|phas(?:e|ing) out|deprecat|decommissioning|end of life|migrating away|auslaufend/i,
    'retiring',
  ],
  [
    /retired|decommissioned|inactive|cancel|terminated|archived|offline|removed|abgeschaltet|dihentikan|已停用|متوقف/i,
    'retired',
  ],
  [
    /plan|evaluat|pilot|trial|proposed|implement|onboarding|in progress|geplant|prévu|rencana|计划|計畫|مخطط/i,
    'planned',
  ],
  [
    /live|active|in use|production|current|deployed|adopted|yes|aktif|aktiv|actif|activo|使用中|启用|نشط/i,
    'live',
  ],
];

/** Where a platform is in its life; undefined where the words do not say. What is on its way out is asked first. */
export function readStatus(text: string): string | undefined {
  return statuses.find(([pattern]) => pattern.test(text))?.[1];
}
