import type { ComplexAttributeConverter } from 'lit';
import { CallError } from '../../core/call-error.js';
import type { Metadata } from '../../core/call-state.js';
