import type { PeopleField } from './fields.ts';
import { words } from './normalize.ts';

/**
 * Headings as exports write them, normalized; where two columns of a file name one field, the earlier heading wins.
 * Visio, OrgPlus, Lucid, Organimi, Pingboard, ChartHop, Functionly, BambooHR, Workday, Microsoft Graph, Google charts,
 * the organograms of the UK government, and what people type themselves in ten languages.
 */
export function peopleHeadings(): { readonly [field in PeopleField]: readonly string[] } {
  return {
    id: words(`
    id, unique id, uid, post unique reference, position id, position number, seat id, person id, worker id, employee id,
    employee number, employee no, emp id, emp no, staff id, staff number, user id, personnel number, payroll number,
    workday id, number, no, code, reference id, box id, key, id field,
    personalnummer, mitarbeiternummer, pers nr, personal nr, matricule, identifiant, numero de empleado, numero empleado,
    legajo, matricula, codigo, nomor induk, nomor induk karyawan, nik, id karyawan, 工号, 工號, 员工编号, 員工編號, 编号, 編號,
    社員番号, 사번, الرقم الوظيفي, رقم الموظف, المعرف, الرقم`),
    name: words(`
    name, full name, fullname, employee name, person name, worker, worker name, display name, staff name, preferred name,
    legal name, employee, person, incumbent, holder, held by, name field, who, member, resource,
    mitarbeiter, mitarbeiterin, mitarbeitername, vollstandiger name, nom complet, nom et prenom, collaborateur, salarie,
    nombre completo, nombre y apellidos, nombre y apellido, nombre, empleado, colaborador, nome completo, nome,
    nama, nama lengkap, nama karyawan, karyawan, pegawai, 姓名, 名字, 员工姓名, 員工姓名, 员工, 員工, 氏名, 名前, 이름, 성명,
    الاسم, الاسم الكامل, اسم الموظف, الموظف`),
    'first-name': words(`
    first name, firstname, given name, forename, preferred first name, legal first name,
    vorname, prenom, primer nombre, nombre de pila, nama depan, 名, الاسم الأول`),
    'last-name': words(`
    last name, lastname, surname, family name, legal last name, nachname, familienname, nom de famille,
    apellido, apellidos, sobrenome, cognome, nama belakang, 姓, اسم العائلة, اللقب`),
    title: words(`
    job title, business title, position title, role title, post title, generic job title, working title, title, job name,
    role, role field, position, job position, designation, job, post, job profile, function title, occupation, tool tip, tooltip,
    titel, stellenbezeichnung, berufsbezeichnung, stelle, funktion, rolle, jobtitel, funktionsbezeichnung,
    poste, intitule du poste, intitule de poste, fonction, titre, titre du poste, emploi,
    puesto, puesto de trabajo, cargo, titulo, titulo del puesto, funcao, ruolo, posizione, qualifica, mansione, functie,
    jabatan, posisi, nama jabatan, 职位, 職位, 职称, 職稱, 职务, 職務, 岗位, 崗位, 役職, 職種, ポジション, 직책, 직위,
    المسمى الوظيفي, المسمى, الوظيفة, المنصب, الدور الوظيفي`),
    position: words(`position slug, slug, position key, position code, role slug, position name`),
    email: words(`
    email, e mail, email address, e mail address, work email, business email, company email, mail, user principal name,
    upn, primary email, email adresse, e mail adresse, courriel, adresse email, adresse e mail, correo, correo electronico,
    surel, alamat email, 邮箱, 電子郵件, 电子邮件, メールアドレス, 이메일, البريد الإلكتروني, البريد`),
    manager: words(`
    manager, reports to, report to, reporting to, reports, line manager, direct manager, people manager, supervisor, boss,
    superior, manager reference, solid line, solid line manager, current manager, worker manager, superior organization reference,
    parent, parent id, foreign key field, leader, team lead, head,
    vorgesetzter, vorgesetzte, vorgesetzte r, vorgesetzter in, fuhrungskraft, berichtet an, unterstellt, direkte fuhrungskraft,
    responsable, superieur, superieur hierarchique, responsable hierarchique, rattache a, rattachement, n+1,
    jefe, jefe directo, jefe inmediato, reporta a, supervisor directo, gerente, gestor, gestor direto, responsabile, riporta a,
    leidinggevende, atasan, atasan langsung, manajer, melapor kepada, bertanggung jawab kepada,
    上级, 上級, 直属上级, 直屬上級, 主管, 直属主管, 直屬主管, 经理, 經理, 汇报对象, 匯報對象, 上司, 관리자, 상사,
    المدير, المدير المباشر, الرئيس المباشر, يتبع, يتبع إلى, المسؤول المباشر`),
    'manager-id': words(`
    manager id, reports to id, supervisor id, supervisor eid, boss id, manager employee id, manager employee number,
    manager number, supervisor number, reporting manager id, line manager id, reports to position id, manager position id,
    parent position id, reports to senior post, reporting senior post, manager worker id, managers id, superior id, leader id`),
    'manager-name': words(`
    manager name, supervisor name, reporting manager, reporting manager name, reports to name, line manager name, boss name,
    manager full name, manager display name, managers name, name des vorgesetzten, nom du manager, nama atasan,
    上级姓名, 主管姓名, اسم المدير`),
    'manager-email': words(`
    manager email, manager e mail, managers email, supervisor email, reports to email, line manager email, manager mail,
    manager user principal name, boss email, manager work email, manager email address, reporting manager email`),
    'manager-position': words(`
    manager position, reports to position, manager role slug, manager slug, manager title, supervisor title, reports to title,
    manager job title, reports to role`),
    dotted: words(`
    alt reports to, altreportsto, dotted line, dotted lines, dotted line manager, dotted line to, dotted line managers,
    dotted, matrix manager, matrix managers, matrix manager id, secondary manager, secondary managers, secondary reports to,
    functional manager, other managers, additional managers, also reports to, indirect manager, alternate manager,
    fachliche fuhrungskraft, fachlicher vorgesetzter, manager fonctionnel, responsable fonctionnel, jefe funcional,
    atasan fungsional, 虚线上级, 虛線上級, 虚线汇报, 虛線匯報, المدير الوظيفي, خط متقطع`),
    division: words(
      `division, business unit, sector, bu, geschaftsbereich, ressort, pole, division name, business area, 事业部, 事業部, القطاع`,
    ),
    department: words(`
    department, departments, department name, dept, unit, org unit, organizational unit, organisational unit, organization unit,
    function, business function, supervisory organization, group, section, area, home department, parent group, cost center name,
    abteilung, bereich, organisationseinheit, fachbereich, departement, service, direction, unite, departamento, area de trabajo,
    unidad, setor, reparto, dipartimento, unita, afdeling, departemen, divisi, bagian, 部门, 部門, 單位, 单位, 所属, 部署, 부서,
    القسم, الإدارة, قسم, إدارة, الوحدة`),
    team: words(`
    team, team name, sub team, subteam, sub department, subdepartment, squad, crew, equipe, equipo, tim, gruppe, mannschaft,
    sub function, 团队, 團隊, 小组, 小組, チーム, 팀, الفريق, فريق`),
    organization: words(`
    organisation, organization, company, company name, employer, legal entity, firma, unternehmen, gesellschaft, entreprise,
    societe, empresa, compania, azienda, perusahaan, 公司, 企業, 会社, الشركة, المؤسسة, المنظمة`),
    location: words(`
    location, work location, office location, office, city, site, location name, workplace, based in, standort, ort, arbeitsort, buro,
    lieu, lieu de travail, ville, ubicacion, sede, ciudad, localizacao, localidade, cidade, lokasi, lokasi kerja, kota, kantor,
    地点, 地點, 工作地点, 工作地點, 办公地点, 辦公地點, 城市, 勤務地, 근무지, الموقع, المدينة, مكان العمل, المكتب`),
    country: words(
      `country, work country, country name, land, pays, pais, paese, negara, 国家, 國家, 国, 국가, الدولة, البلد`,
    ),
    fte: words(`
    fte, full time equivalent, fte percent, fte %, percent, workload, working time percentage, capacity, contracted fte,
    vza, vze, stellenanteil, beschaftigungsgrad, pensum, arbeitszeitanteil, etp, quotite, taux d activite, jornada, percentuale`),
    seats: words(`
    seats, number of posts in fte, number of posts, posts, number of seats, headcount, head count, positions, number of positions,
    count, quantity, qty, openings, number of openings, planstellen, anzahl stellen, anzahl, nombre de postes, effectif,
    numero de puestos, plazas, jumlah posisi, jumlah, 编制, 編制, 人数, 人數, عدد الوظائف, العدد`),
    level: words(`
    level, job level, grade, pay grade, job grade, grade or equivalent, management level, seniority, band, career level, salary grade,
    stufe, ebene, entgeltgruppe, niveau, echelon, nivel, livello, tingkat, golongan, 级别, 級別, 职级, 職級, 等级, 等級, الدرجة, المستوى`),
    kind: words(
      `kind, record type, position status, row type, is vacant, vacant, vacancy, filled, seat status, person or vacancy, box type, item type`,
    ),
    status: words(`
    employment status, status, employee status, worker status, active, hiring status, beschaftigungsstatus, statut, estado,
    status karyawan, 状态, 狀態, 在职状态, الحالة, حالة التوظيف`),
    engagement: words(`
    employee type, employment type, worker type, employee type id, contract type, type of employment, job type, worker sub type,
    classification, contingent type, beschaftigungsart, vertragsart, type de contrat, tipo de contrato, jenis karyawan, 用工类型,
    نوع التوظيف, نوع العقد`),
    start: words(`
    start date, hire date, start, planned start, target start date, expected start date, hired on, join date, date of joining,
    original hire date, eintrittsdatum, eintritt, date d embauche, date d entree, fecha de inicio, fecha de ingreso,
    tanggal mulai, tanggal masuk, 入职日期, 入職日期, تاريخ البدء, تاريخ التعيين`),
    cost: words(
      `cost, annual cost, cost per year, yearly cost, fully loaded cost, loaded cost, budgeted cost, position cost, kosten, kosten pro jahr, cout, cout annuel, costo, biaya, 成本, التكلفة`,
    ),
    specialty: words(
      `specialty, speciality, specialization, specialisation, expertise area, focus, focus area, schwerpunkt, specialite, especialidad, spesialisasi, 专长, 專長, التخصص`,
    ),
    note: words(`
    note, notes, comment, comments, remark, remarks, job team function, description, job description, responsibilities,
    notiz, bemerkung, bemerkungen, kommentar, remarque, remarques, commentaire, nota, notas, observaciones, catatan, keterangan,
    备注, 備註, 备考, ملاحظات, ملاحظة`),
  };
}

/** Pay is nobody's business in a repository: known, left out, and only kept where it is mapped by hand. */
export function payHeadings(): ReadonlySet<string> {
  pay ??= new Set(
    words(`
    salary, base salary, annual salary, compensation, total compensation, pay, pay rate, base pay, annual base pay, wage,
    bonus, ote, on target earnings, hourly rate, gehalt, jahresgehalt, lohn, salaire, remuneration, sueldo, salario, stipendio,
    gaji, 工资, 薪资, 薪資, 年薪, 給与, 급여, الراتب, الأجر, actual pay floor, actual pay ceiling, salary cost of reports`),
  );
  return pay;
}

let pay: ReadonlySet<string> | undefined;
