import type { Element } from '@mktorg/model';

/** Neighbors of marketing that rules look for. */
export type Department = 'it' | 'data' | 'sales' | 'support' | 'finance' | 'revenue' | 'communications';

/**
 * A department is whatever the model calls one: there is no statement for it. It is recognised by these words in the
 * name, title and tags of an element, in the languages that the vocabulary was read in and some more. Latin words are
 * whole words; scripts that write without spaces, or with prefixes, are searched for parts.
 */
const words: { readonly [department in Department]: readonly string[] } = {
  it: [
    'it',
    'ict',
    'information technology',
    'teknologi informasi',
    'informatik',
    'informatique',
    'tecnología de la información',
    'technology',
    'تقنية',
    'المعلوماتية',
    '資訊',
    '信息技术',
    '情報システム',
  ],
  data: [
    'data',
    'bi',
    'business intelligence',
    'daten',
    'données',
    'datos',
    'بيانات',
    '數據',
    '資料',
    '数据',
    'データ',
  ],
  sales: [
    'sales',
    'vertrieb',
    'ventes',
    'ventas',
    'penjualan',
    'agents',
    'distribution',
    'المبيعات',
    '業務',
    '銷售',
    '销售',
    '営業',
  ],
  support: [
    'support',
    'service',
    'services',
    'care',
    'helpdesk',
    'contact center',
    'call center',
    'kundendienst',
    'layanan',
    'customer success',
    'خدمة',
    'الدعم',
    '客服',
    '支援',
    '服務',
  ],
  finance: [
    'finance',
    'finances',
    'financial',
    'controlling',
    'finanzen',
    'finanzas',
    'keuangan',
    'actuaries',
    'المالية',
    '財務',
    '财务',
    '経理',
  ],
  revenue: ['revenue', 'pendapatan', 'الإيرادات', '收益', '營收', '收入'],
  communications: [
    'communications',
    'communication',
    'public relations',
    'pr',
    'press',
    'press office',
    'public affairs',
    'kommunikation',
    'comunicación',
    'komunikasi',
    'humas',
    'الاتصال',
    'العلاقات العامة',
    '公關',
    '公关',
    '傳播',
    '広報',
  ],
};

type Named = Pick<Element, 'name' | 'title' | 'tags'>;

/** Whether an element goes by the name of a department. */
export function isDepartment(element: Named, department: Department): boolean {
  const text = ` ${[element.name, element.title ?? '', ...element.tags.map((tag) => tag.value)]
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')} `;
  return words[department].some((word) =>
    text.includes(/^[\p{Script=Latin} ]+$/u.test(word) ? ` ${word} ` : word),
  );
}
