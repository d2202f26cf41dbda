import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { newCache } from './data';
import { LanguageProvider } from './words/language';
import './index.css';

// Beside the page, not before it: what is written is readable in the machine's own face until ours is there.
void import('@fontsource-variable/noto-sans-jp/index.css');

createRoot(document.getElementById('workspace')!).render(
  <StrictMode>
    <QueryClientProvider client={newCache()}>
      <LanguageProvider>
        <App />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
