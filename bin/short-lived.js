// A compile is over in a second or two. V8 by default optimises a function once 66 kB of its bytecode have run, on another core
// if there is one, and by the time the faster code is there the compile has moved on: half of all CPU time went into code that
// was hardly used. It is told to wait until a function has run twenty times as much.
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--interrupt-budget=1350000');
