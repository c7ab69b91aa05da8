import { define } from '../shared/define.js';
import { stageElements } from './stage-elements.js';

define(stageElements);
