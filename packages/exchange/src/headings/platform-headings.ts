import type { PlatformField } from './fields.ts';
import { words } from './normalize.ts';

/** Headings of software inventories, normalized; where two columns name one field, the earlier heading wins. */
export function platformHeadings(): { readonly [field in PlatformField]: readonly string[] } {
  return {
    title: words(`
    platform, platform name, system, system name, tool, tool name, application, application name, app, app name, software,
    software name, product, product name, name, title, service, service name, solution, technology,
    plattform, anwendung, werkzeug, systeme, outil, logiciel, application metier, plataforma, herramienta, aplicacion, sistema,
    aplikasi, alat, nama, nama aplikasi, 平台, 系统, 系統, 工具, 软件, 軟體, المنصة, النظام, الأداة, الاسم`),
    id: words(
      `id, application id, app id, system id, asset id, cmdb id, code, number, key, unique id, reference`,
    ),
    category: words(`
    category, platform category, type, kind, tool category, system type, application category, capability, class, subcategory,
    kategorie, categorie, categoria, tipo, kategori, jenis, 类别, 類別, 分类, 分類, 类型, 類型, الفئة, النوع`),
    owner: words(`
    business owner, owner, platform owner, system owner, application owner, product owner, app owner, business owner name,
    responsible, accountable, owned by, owning team, owner team, dri, eigentumer, verantwortlich, verantwortlicher, besitzer,
    proprietaire, responsable, propietario, responsabile, pemilik, penanggung jawab, 负责人, 負責人, 所有者, 拥有者, المالك, المسؤول`),
    'technical-owner': words(`
    technical owner, it owner, tech owner, system administrator, administrator, admin, technical contact, administrators, admins,
    technischer verantwortlicher, responsable technique, responsable tecnico, 技术负责人, 技術負責人, المسؤول التقني`),
    users: words(`
    users, used by, user, user teams, teams, team, department, departments, access to, who uses it, using teams, user groups,
    business units, audience, stakeholders, nutzer, benutzer, genutzt von, utilisateurs, equipes, usuarios, equipos, pengguna,
    digunakan oleh, 用户, 使用者, 使用部门, 使用部門, المستخدمون, الفرق`),
    integrations: words(`
    integrations, integration, integrates, integrates with, integrated with, integration method, connected to, connections,
    connected systems, interfaces, schnittstellen, integrationen, integraciones, integrasi, 集成, 整合, 接口, التكامل, التكاملات`),
    cost: words(`
    cost, annual cost, cost per year, yearly cost, total cost, annual spend, spend, contract value, acv, price, license cost,
    annual contract value, cost annual, monthly cost, cost per month, kosten, jahreskosten, cout, cout annuel, costo, costo anual,
    biaya, 成本, 年费, 年費, 费用, 費用, التكلفة, التكلفة السنوية`),
    currency: words(`currency, cost currency, wahrung, devise, moneda, mata uang, 货币, 貨幣, العملة`),
    renewal: words(`
    renewal, renewal date, renews, renews on, contract end, contract end date, expiry, expiry date, expiration date, end date,
    next renewal, contract renewal, contract renewal date, term end, verlangerung, vertragsende, renouvellement,
    date de renouvellement, renovacion, fecha de renovacion, vencimiento, perpanjangan, tanggal perpanjangan, 续约日期, 續約日期,
    到期日, تاريخ التجديد, التجديد`),
    status: words(`
    status, lifecycle, lifecycle status, life cycle, stage, state, phase, lifecycle stage, statut, estado, stato, 状态, 狀態, الحالة`),
    'data-class': words(`
    data class, data classification, classification, data sensitivity, information classification, data category, sensitivity,
    confidentiality, datenklasse, datenklassifizierung, classification des donnees, clasificacion de datos, klasifikasi data,
    数据分类, 資料分類, تصنيف البيانات`),
    'personal-data': words(`
    personal data, pii, contains pii, contains personal data, holds personal data, processes personal data, customer data,
    processing customer data, processes customer data, contains customer data, gdpr relevant, personenbezogene daten,
    donnees personnelles, datos personales, data pribadi, 个人信息, 個人資料, البيانات الشخصية, بيانات شخصية`),
    regulation: words(`
    regulation, regulations, compliance, compliance scope, privacy regulation, privacy law, laws, applicable regulations,
    regulatory scope, regulierung, reglementation, regulacion, normativa, regulasi, 法规, 法規, اللوائح`),
    tier: words(`
    tier, criticality, critical systems tier, business criticality, critical system tier, importance, priority, kritikalitat,
    criticite, criticidad, 重要性, الأهمية`),
    purpose: words(
      `purpose, use case, use cases, used for, usage, zweck, verwendung, usage principal, uso, kegunaan, tujuan, 用途, الغرض, الاستخدام`,
    ),
    vendor: words(
      `vendor, supplier, provider, publisher, manufacturer, company, vendor name, anbieter, hersteller, fournisseur, editeur, proveedor, penyedia, 供应商, 供應商, المورد`,
    ),
    link: words(
      `url, link, website, address, login url, homepage, site, documentation, wiki, sso url, 网址, 網址, الرابط`,
    ),
    'bought-by': words(
      `bought by, purchased by, buyer, budget owner, cost center owner, procured by, paid by, gekauft von, achete par, comprado por, dibeli oleh, 采购部门, 採購部門`,
    ),
    note: words(`
    note, notes, comment, comments, description, remarks, remark, summary, details, beschreibung, bemerkung, bemerkungen, description courte,
    remarques, descripcion, notas, deskripsi, keterangan, catatan, 说明, 說明, 备注, 備註, 描述, الوصف, ملاحظات`),
  };
}
