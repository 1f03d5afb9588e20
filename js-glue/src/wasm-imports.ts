/**
 * What the engine's WebAssembly wants of its host: TeaVM's runtime, but for what would need `eval`.
 * TeaVM makes functions of the scripts in the Java code when it starts; here they were written into
 * a module when the engine was compiled (`functions`), and imported one by one.
 */
import { functions } from 'engine-functions';

/** A Java object, which means nothing to JavaScript. */
type JavaObject = object;

/** What the module exports for its runtime. */
export interface RuntimeExports {
  /** The tag of what Java throws; its only value is the exception. */
  'teavm.javaException': WebAssembly.Tag;
  'teavm.exceptionMessage'(exception: JavaObject): JavaObject | null;
  'teavm.stringToJs'(text: JavaObject): string;
  'teavm.getJsException'(exception: JavaObject): unknown;
  'teavm.setJsException'(exception: JavaObject, error: Error): void;
  'teavm.js.wrapException'(error: unknown): JavaObject;
  'teavm.js.extractException'(exception: JavaObject): unknown;
  'teavm.js.throwException'(exception: JavaObject): never;
  'teavm.jso.createWrapper'(value: unknown): JavaObject;
}

/** How much linear memory the module asks for, in the words of its custom section. */
export interface MemoryRequirements {
  /** Pages of 64 KiB. */
  min: number;
  /** Bytes at the beginning that are taken. */
  dataSize: number;
}

type Call = (...args: never[]) => unknown;

const MOST_BYTES = 2 ** 31 - 1;
const PAGE_BYTES = 2 ** 16;

/** The Java exception within a JavaScript error. */
const EXCEPTION = Symbol();

/** The Java object that a JavaScript one stands for. */
const OBJECT = Symbol();

/** A Java exception, as JavaScript code sees it. */
class JavaError extends Error {
  readonly [EXCEPTION]: JavaObject;
  readonly #exports: RuntimeExports;

  constructor(exports: RuntimeExports, exception: JavaObject) {
    super();
    this.#exports = exports;
    this[EXCEPTION] = exception;
    exports['teavm.setJsException'](exception, this);
  }

  override get message(): string {
    const message = this.#exports['teavm.exceptionMessage'](this[EXCEPTION]);
    return message === null ? '' : this.#exports['teavm.stringToJs'](message);
  }
}

/** What JavaScript code sees of a Java object: the methods that are defined for its class. */
class Peer {
  readonly [OBJECT]: JavaObject;
  [method: string]: unknown;

  constructor(object: JavaObject) {
    this[OBJECT] = object;
  }
}

type PeerClass = typeof Peer;

/**
 * The imports of one instance.
 *
 * @param exports of that instance, once there are some
 * @param stringBuiltins whether the browser has the functions of `wasm:js-string` itself
 */
export function wasmImports(
  exports: () => RuntimeExports,
  memoryRequirements: MemoryRequirements,
  stringBuiltins: boolean,
): WebAssembly.Imports {
  const { min, dataSize } = memoryRequirements;
  const memory = new WebAssembly.Memory({
    initial: min,
    maximum: Math.ceil(MOST_BYTES / PAGE_BYTES),
  });
  const exceptions = exceptionsOf(exports);
  return {
    env: { memory },
    js: functions.map((called) => guarded(called, exceptions.throwToJava)) as never,
    teavmJso: interop(exports, exceptions.toJs, stringBuiltins),
    teavmMath: Math as never,
    teavmDate: { currentTimeMillis: () => Date.now() },
    teavmMemory: {
      linearMemory: () => memory.buffer,
      notifyHeapResized: () => undefined,
      heapOffset: constant(Math.ceil(dataSize / 8) * 8),
      maxSize: constant(MOST_BYTES),
    },
    teavm: {
      takeStackTrace: () => null,
      decorateException: (exception: JavaObject) => void new JavaError(exports(), exception),
    },
    // Where the browser has them, these are not asked for.
    'wasm:js-string': {
      length: (text: string) => text.length,
      charCodeAt: (text: string, index: number) => text.charCodeAt(index),
      fromCharCode: (code: number) => String.fromCharCode(code),
      concat: (a: string, b: string) => a + b,
      substring: (text: string, start: number, end: number) => text.substring(start, end),
      // Java does without, as it is told that there are no builtins.
      fromCharCodeArray: () => undefined,
      intoCharCodeArray: () => undefined,
    },
  };
}

function constant(value: number): WebAssembly.Global {
  return new WebAssembly.Global({ value: 'i32' }, value);
}

interface Exceptions {
  /** Throws in Java what JavaScript has thrown. */
  throwToJava(thrown: unknown): never;
  /** What JavaScript is to throw where Java has thrown `thrown`. */
  toJs(thrown: unknown): unknown;
}

function exceptionsOf(exports: () => RuntimeExports): Exceptions {
  return {
    throwToJava(thrown) {
      const known = thrown instanceof JavaError ? thrown[EXCEPTION] : null;
      exports()['teavm.js.throwException'](known ?? exports()['teavm.js.wrapException'](thrown));
      throw thrown;
    },
    toJs(thrown) {
      const java = exports();
      const tag = java['teavm.javaException'];
      if (!(thrown instanceof WebAssembly.Exception) || !thrown.is(tag)) {
        return thrown;
      }
      const exception = thrown.getArg(tag, 0) as JavaObject;
      return (
        java['teavm.js.extractException'](exception) ??
        java['teavm.getJsException'](exception) ??
        new JavaError(java, exception)
      );
    },
  };
}

/** The same function, but what it throws is thrown in Java. Most take few parameters. */
function guarded(called: Call, throwToJava: (thrown: unknown) => never): Call {
  const call = called as (...args: unknown[]) => unknown;
  switch (call.length) {
    case 0:
      return () => {
        try {
          return call();
        } catch (error) {
          return throwToJava(error);
        }
      };
    case 1:
      return (a: unknown) => {
        try {
          return call(a);
        } catch (error) {
          return throwToJava(error);
        }
      };
    case 2:
      return (a: unknown, b: unknown) => {
        try {
          return call(a, b);
        } catch (error) {
          return throwToJava(error);
        }
      };
    default:
      return (...args: unknown[]) => {
        try {
          return call(...args);
        } catch (error) {
          return throwToJava(error);
        }
      };
  }
}

/** Objects of one world in the other. */
function interop(
  exports: () => RuntimeExports,
  toJs: (thrown: unknown) => unknown,
  stringBuiltins: boolean,
): WebAssembly.ModuleImports {
  const peers = new WeakMap<JavaObject, WeakRef<Peer>>();
  const callbacks = new WeakMap<Peer, Map<string, Call>>();
  const wrappers = new WeakMap<object, WeakRef<JavaObject>>();

  /** A Java function, callable from JavaScript. */
  const define = (java: Call): Call => {
    const call = java as (...args: unknown[]) => unknown;
    return (...args: unknown[]) => {
      try {
        return call(...args);
      } catch (thrown) {
        throw toJs(thrown);
      }
    };
  };

  return {
    stringBuiltinsSupported: () => (stringBuiltins ? 1 : 0),
    isUndefined: (value: unknown) => (value === undefined ? 1 : 0),
    sameRef: (a: unknown, b: unknown) => (a === b ? 1 : 0),
    instanceOf: (value: unknown, type: PeerClass) => (value instanceof type ? 1 : 0),

    createClass: (_name: string, parent: PeerClass | null) => class extends (parent ?? Peer) {},
    defineMethod(type: PeerClass, name: string, java: Call, variadic: number): void {
      if (variadic) {
        throw new Error('methods with a variable number of arguments are not supported');
      }
      const call = define(java) as (...args: unknown[]) => unknown;
      type.prototype[name] = function (this: Peer, ...args: unknown[]) {
        return call(this, ...args);
      };
    },
    defineFunction: define,
    defineStaticMethod(type: Record<string, Call>, name: string, java: Call): void {
      type[name] = define(java);
    },

    javaObjectToJS(object: JavaObject | null, type: PeerClass): Peer | null {
      if (object === null) {
        return null;
      }
      let peer = peers.get(object)?.deref();
      if (!peer) {
        peer = new type(object);
        peers.set(object, new WeakRef(peer));
      }
      return peer;
    },
    unwrapJavaObject: (peer: Peer) => peer[OBJECT],
    /** Always the same function for a method of an object, so that a listener can be removed. */
    asFunction(peer: Peer | null, method: string): Call | null {
      if (!peer) {
        return null;
      }
      let known = callbacks.get(peer);
      if (!known) {
        known = new Map();
        callbacks.set(peer, known);
      }
      let callback = known.get(method);
      if (!callback) {
        callback = (...args: never[]) => (peer[method] as Call)(...args);
        known.set(method, callback);
      }
      return callback;
    },
    wrapObject(value: unknown): JavaObject | null {
      if (value === null) {
        return null;
      }
      if (typeof value !== 'object' && typeof value !== 'function') {
        return exports()['teavm.jso.createWrapper'](value);
      }
      const known = value instanceof Peer ? value[OBJECT] : wrappers.get(value as object)?.deref();
      if (known) {
        return known;
      }
      const wrapper = exports()['teavm.jso.createWrapper'](value);
      wrappers.set(value as object, new WeakRef(wrapper));
      return wrapper;
    },
  };
}
