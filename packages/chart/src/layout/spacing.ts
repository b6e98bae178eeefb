/** Distances of the tree, in pixels. */
export const spacing = {
  /** Between cards of one column. */
  card: 8,
  /** Between containers of one column. */
  box: 18,
  /** Between columns that are reached from above. */
  column: 18,
  /** From a box down to the columns under it. */
  fall: 30,
  /** Between trees that no line joins. */
  root: 48,
  /** Left of a column whose items are reached by a line at its left. */
  lane: 17,
  /** Of that line, from the left edge of its lane. */
  spine: 7,
  /** Inside a container. */
  padding: 12,
  /** From the header of a container to what is in it. */
  header: 8,
  /** Where the line runs in a container without a lead, from its left edge. */
  gutter: 7,
  /** Where a line from the left meets a container, from its top. */
  entry: 17,
} as const;
