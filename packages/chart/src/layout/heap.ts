/** Numbers in the order of their keys, the lowest first. */
export interface Heap {
  states: Int32Array;
  keys: Float64Array;
  size: number;
}

export function newHeap(): Heap {
  return { states: new Int32Array(1024), keys: new Float64Array(1024), size: 0 };
}

export function push(heap: Heap, state: number, key: number): void {
  if (heap.size === heap.states.length) grow(heap);
  const { states, keys } = heap;
  let at = heap.size;
  heap.size += 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if ((keys[parent] ?? 0) <= key) break;
    states[at] = states[parent] ?? 0;
    keys[at] = keys[parent] ?? 0;
    at = parent;
  }
  states[at] = state;
  keys[at] = key;
}

function grow(heap: Heap): void {
  const { states, keys } = heap;
  heap.states = new Int32Array(2 * states.length);
  heap.keys = new Float64Array(2 * keys.length);
  heap.states.set(states);
  heap.keys.set(keys);
}

/** The number with the lowest key, or -1. */
export function pop(heap: Heap): number {
  if (heap.size === 0) return -1;
  const { states, keys } = heap;
  const top = states[0] ?? -1;
  heap.size -= 1;
  const { size } = heap;
  const state = states[size] ?? 0;
  const key = keys[size] ?? 0;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && (keys[child + 1] ?? 0) < (keys[child] ?? 0)) child += 1;
    if ((keys[child] ?? 0) >= key) break;
    states[at] = states[child] ?? 0;
    keys[at] = keys[child] ?? 0;
    at = child;
  }
  states[at] = state;
  keys[at] = key;
  return top;
}
