/** Which documents claim a key. Few keys have more than one claimant, and they are kept apart. */
export class Claims {
  /** The only claimant, or all of them, sorted. */
  readonly #claimants = new Map<string, string | readonly string[]>();
  readonly #contested = new Set<string>();

  add(key: string, uri: string): void {
    const known = this.#claimants.get(key);
    if (known === undefined) this.#claimants.set(key, uri);
    else if (known !== uri && !(typeof known !== 'string' && known.includes(uri))) {
      this.#set(key, [...this.of(key), uri].sort());
    }
  }

  remove(key: string, uri: string): void {
    this.#set(
      key,
      this.of(key).filter((claimant) => claimant !== uri),
    );
  }

  /** Sorted. */
  of(key: string): readonly string[] {
    const claimants = this.#claimants.get(key);
    return claimants === undefined ? [] : typeof claimants === 'string' ? [claimants] : claimants;
  }

  /** The first claimant by uri: the one that counts. */
  winner(key: string): string | undefined {
    const claimants = this.#claimants.get(key);
    return typeof claimants === 'string' ? claimants : claimants?.[0];
  }

  /** Keys with several claimants. */
  get contested(): ReadonlySet<string> {
    return this.#contested;
  }

  #set(key: string, claimants: readonly string[]): void {
    const [first, second] = claimants;
    if (first === undefined) this.#claimants.delete(key);
    else this.#claimants.set(key, second === undefined ? first : claimants);
    if (second === undefined) this.#contested.delete(key);
    else this.#contested.add(key);
  }
}
