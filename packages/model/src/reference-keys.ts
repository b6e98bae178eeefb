/** The keys under which a value holds the id of the element that it is about, see the types of the elements. */
export const referenceKeys = ['id', 'by', 'who', 'person', 'platform'] as const;

export function isReferenceKey(key: string): boolean {
  return referenceKeys.some((each) => each === key);
}
