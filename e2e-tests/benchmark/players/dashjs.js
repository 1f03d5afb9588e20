// dash.js as its package exports it.
export * from 'dashjs';
