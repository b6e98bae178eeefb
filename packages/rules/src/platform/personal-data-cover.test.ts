import { describeRule } from '../testing/describe-rule.ts';
import { rule } from './personal-data-cover.ts';

describeRule(rule);
