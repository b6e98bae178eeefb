import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './serves-nobody.ts';

describeRule(rule);
