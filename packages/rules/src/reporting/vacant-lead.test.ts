import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './vacant-lead.ts';

describeRule(rule);
