import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './workflow-owner.ts';

describeRule(rule);
