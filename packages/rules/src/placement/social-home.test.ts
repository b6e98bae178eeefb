import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './social-home.ts';

describeRule(rule);
