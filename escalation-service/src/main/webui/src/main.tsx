import '@patternfly/react-core/dist/styles/base.css';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onSignedOut } from './api/client.ts';
import { App } from './app/App.tsx';
import { newQueryClient } from './app/queries.ts';
import { goToLogin } from './session/login.ts';
import { follow } from './theme/theme.ts';

follow();
onSignedOut(goToLogin);

const root = document.getElementById('root');
if (root === null) {
  throw new Error('The page has no element #root.');
}
createRoot(root).render(
  <StrictMode>
    <App client={newQueryClient()} />
  </StrictMode>,
);
