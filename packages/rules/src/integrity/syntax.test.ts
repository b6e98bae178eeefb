import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './syntax.ts';

describeRule(rule);
