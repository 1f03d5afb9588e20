import { main } from './program.js';

main([]);
