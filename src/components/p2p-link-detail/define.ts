import { define } from '../shared/define.js';
import { P2PLinkDetail } from './p2p-link-detail.js';

define({ 'p2p-link-detail': P2PLinkDetail });
