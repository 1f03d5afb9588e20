// A shared or a service worker that says what reached it, and what it has of Media Source
// Extensions. A handle that it should ever get it would send on.
function listen(port, reply) {
  port.addEventListener('message', (event) => {
    reply(event, event.data === 'globals' ? [typeof MediaSource, typeof MediaSourceHandle].join() : 'message');
  });
  port.addEventListener('messageerror', (event) => reply(event, 'messageerror'));
}

if ('onconnect' in self) {
  self.addEventListener('connect', ({ ports: [port] }) => {
    listen(port, (event, text) => port.postMessage(text));
    port.start();
  });
} else {
  listen(self, (event, text) => event.source.postMessage(text));
  self.addEventListener('install', () => self.skipWaiting());
  self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
}
