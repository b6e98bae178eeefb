import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './contested.ts';

describeRule(rule);
