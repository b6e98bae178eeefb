import { describe, expect, it } from 'vitest';
import { positionBeyond, topicOf } from './topic.ts';

describe('topicOf', () => {
  it.each([
    ['Director of Content Strategy', 'Content Strategy'],
    ['VP of Marketing', 'Marketing'],
    ['Director, Demand Generation', 'Demand Generation'],
    ['Manager, Business Development (BDR)', 'Business Development (BDR)'],
    ['Chief Marketing and Strategy Officer', 'Marketing and Strategy'],
    ['CMO', 'Marketing'],
    ['Engineering Manager', 'Engineering'],
    ['Engineering manager, search', 'Engineering | Search'],
    ['Engineering Manager - DevOps', 'Engineering | DevOps'],
    ['Engineering Manager for Search Core', 'Engineering | Search Core'],
    ['VP Sales, Western Region', 'Sales | Western Region'],
    ['Regional Director of Sales, East', 'Sales | East'],
    ['Senior Product Manager, Growth', 'Product Management | Growth'],
    ['Account Manager', 'Account Management'],
    ['Leiterin der Kommunikation', 'Kommunikation'],
    ['Marketingleiter', 'Marketing'],
    ['Directrice de la communication', 'Communication'],
    ['Responsable Contenu', 'Contenu'],
    ['Jefe de Contenidos', 'Contenidos'],
    ['Direktur Pemasaran', 'Pemasaran'],
    ['Kepala Divisi Konten', 'Konten'],
    ['市场总监', '市场'],
    ['內容經理', '內容'],
    ['مدير التسويق', 'التسويق'],
    ['رئيس قسم المحتوى', 'المحتوى'],
    ['Managing Editor', undefined],
    ['Head of Department', undefined],
    ['Chief Executive Officer', undefined],
    ['Manager', undefined],
  ])('%s', (title, expected) => {
    const topic = topicOf(title);
    expect(topic && [topic.main, topic.part].filter(Boolean).join(' | ')).toBe(expected);
  });
});

describe('positionBeyond', () => {
  it.each([
    ['engineering_manager_repo', 'Engineering Manager', 'Repo'],
    ['engineering_manager_cloud_saas', 'Engineering Manager', 'Cloud SaaS'],
    ['director_engineering', 'Director of Engineering', ''],
    ['customer_support_manager_1', 'Customer Support Manager', ''],
  ])('%s beside %s', (position, title, expected) => {
    expect(positionBeyond(position, title)).toBe(expected);
  });
});
