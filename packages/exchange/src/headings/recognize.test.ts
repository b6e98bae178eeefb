import { describe, expect, it } from 'vitest';
import { parseMapping } from './mapping.ts';
import { recognizeHeadings, recognizePlatformHeadings } from './recognize.ts';

function fields(headings: string, mapping = ''): string {
  return recognizeHeadings(headings.split(','), parseMapping(mapping).mapping)
    .uses.map((use) => (use.how === 'recognized' || use.how === 'mapped' ? use.field : `(${use.how})`))
    .join(' ');
}

describe('recognizeHeadings', () => {
  it.each([
    [
      'Visio',
      'Name,Unique ID,Reports_To,Department,Title,Telephone,Master_Shape',
      'name id manager department title (unknown) (unknown)',
    ],
    [
      'OrgPlus',
      'Person ID,Supervisor ID,Name,Title,Department,AltReportsTo,Is Assistant',
      'id manager-id name title department dotted (unknown)',
    ],
    ['Organimi', 'ID,First Name,Last Name,Boss ID,Role', 'id first-name last-name manager-id title'],
    [
      'Pingboard',
      "First Name,Last Name,Email,Job Title,Manager's Email",
      'first-name last-name email title manager-email',
    ],
    ['ChartHop', 'Name,Title,Start Date,Manager', 'name title start manager'],
    ['Functionly', 'Full Name,Position,Reports To', 'name title manager'],
    [
      'BambooHR',
      'Employee #,First Name,Last Name,Job Title,Department,Division,Location,Reporting to,Employment Status',
      'id first-name last-name title department division location manager status',
    ],
    [
      'BambooHR fields',
      'employeeNumber,firstName,lastName,jobTitle,department,location,reportsTo,supervisorEId,employmentStatus',
      'id first-name last-name title department location manager manager-id status',
    ],
    [
      'Workday',
      'Worker_ID,Worker,Business_Title,Job_Profile_ID,Employee_Type_ID,Manager_Reference,Cost Center',
      'id name title (unknown) engagement manager (unknown)',
    ],
    [
      'Microsoft Graph',
      'id,displayName,jobTitle,department,employeeId,userPrincipalName,manager.id',
      'id name title department id email manager-id',
    ],
    ['Google', 'ID,Manager,ToolTip', 'id manager title'],
    [
      'UK organogram, senior',
      'Post Unique Reference,Grade (or equivalent),Job Title,Job/Team Function,Unit,Reports to Senior Post,FTE',
      'id level title note department manager-id fte',
    ],
    [
      'UK organogram, junior',
      'Organisation,Unit,Reporting Senior Post,Grade,Generic Job Title,Number of Posts in FTE',
      'organization department manager-id level title seats',
    ],
    [
      'Sourcegraph',
      'id,role,position_slug,reports_to_position,reports_to_id',
      'id title position manager-position manager-id',
    ],
    [
      'GitLab',
      'id,kind,role,reports_to,departments,country,placeholder,specialty',
      'id kind title manager department country (unknown) specialty',
    ],
    [
      'German',
      'Personalnummer,Vorname,Nachname,Stellenbezeichnung,Abteilung,Vorgesetzte(r),Standort',
      'id first-name last-name title department manager location',
    ],
    [
      'French',
      'Matricule,Prénom,Nom de famille,Intitulé du poste,Département,Supérieur hiérarchique,Ville',
      'id first-name last-name title department manager location',
    ],
    [
      'Spanish',
      'Nombre completo,Puesto,Jefe directo,Departamento,Ubicación',
      'name title manager department location',
    ],
    [
      'Indonesian',
      'Nama Karyawan,Jabatan,Atasan Langsung,Departemen,Lokasi',
      'name title manager department location',
    ],
    ['Chinese, simplified', '姓名,职位,直属上级,部门,工作地点', 'name title manager department location'],
    ['Chinese, traditional', '姓名,職稱,直屬主管,部門,工作地點', 'name title manager department location'],
    ['Japanese', '氏名,役職,上司,部署,メールアドレス', 'name title manager department email'],
    [
      'Arabic',
      'اسم الموظف,المسمى الوظيفي,المدير المباشر,القسم,الموقع',
      'name title manager department location',
    ],
  ])('%s', (_, headings, expected) => {
    expect(fields(headings)).toBe(expected);
  });

  it('leaves pay out', () => {
    expect(fields('Name,Title,Base Salary')).toBe('name title (private)');
  });

  it('takes the better of two columns for one field, wherever it stands', () => {
    expect(fields('Role,Name,Job Title')).toBe('(second-choice) name title');
  });

  it('lets a mapping win, ignore, and bring back what was private', () => {
    expect(fields('Name,Title,Working Title', 'title="Working Title"')).toBe('name (second-choice) title');
    expect(fields('Name,Title,Department', 'ignore=department')).toBe('name title (ignored)');
    expect(fields('Name,Title,Base Salary', 'cost="base salary"')).toBe('name title cost');
  });

  it('knows inventories of platforms', () => {
    const { uses } = recognizePlatformHeadings(
      'Tool,Category,Business Owner,Technical Owner,Used By,Integrates With,Annual Cost,Renewal Date,PII,Description,Colour'.split(
        ',',
      ),
    );
    expect(uses.map((use) => use.field ?? use.how)).toEqual([
      'title',
      'category',
      'owner',
      'technical-owner',
      'users',
      'integrations',
      'cost',
      'renewal',
      'personal-data',
      'note',
      'unknown',
    ]);
  });
});

describe('parseMapping', () => {
  it('reads fields and quoted headings', () => {
    expect(parseMapping('title=Role, manager="Reports, to" ,ignore=Notes')).toEqual({
      mapping: [
        { field: 'title', heading: 'Role' },
        { field: 'manager', heading: 'Reports, to' },
        { field: 'ignore', heading: 'Notes' },
      ],
      problems: [],
    });
  });

  it.each([
    ['titel=Role', /"titel" is no field/],
    ['Base pay=ignore', /The field comes first: ignore="Base pay"\./],
    ['title', /no mapping/],
    ['=Role', /no mapping/],
    ['title=', /no mapping/],
  ])('refuses %s', (text, message) => {
    expect(parseMapping(text).problems.join()).toMatch(message);
  });

  it('knows the fields of platforms apart', () => {
    expect(parseMapping('renewal=Ends', 'platforms').problems).toEqual([]);
    expect(parseMapping('renewal=Ends').problems).toHaveLength(1);
  });
});
