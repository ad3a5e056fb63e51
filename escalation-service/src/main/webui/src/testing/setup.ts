import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';

// happy-dom lays nothing out. A virtual list would show no row at all, and a dialog would find nothing in it that takes the focus.
const { prototype } = HTMLElement;
Object.defineProperty(prototype, 'clientHeight', { configurable: true, get: () => 800 });
Object.defineProperty(prototype, 'clientWidth', { configurable: true, get: () => 1280 });
Object.defineProperty(prototype, 'getClientRects', { configurable: true, value: () => [new DOMRect(0, 0, 100, 20)] });

configure({ asyncUtilTimeout: 3_000, getElementError: (message) => new Error(message ?? 'not found') });

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

afterEach(() => cleanup());
