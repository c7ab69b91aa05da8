import { define } from '../shared/define.js';
import { toolbarElements } from './toolbar-elements.js';

define(toolbarElements);
