export type SkillKind = 'language' | 'framework' | 'database' | 'cloud' | 'tool' | 'practice';

/**
 * How far a word that also means something else may be believed in running text. Each step asks for more:
 * - `exact`: counts only in this spelling (phrases and practices written as ordinary words: in any case), and not where all words are capitals or the capital is owed to the
 *   beginning of a sentence (SAS, REST, Excel).
 * - `near`: `exact`, and an unmistakable skill or technical word stands within a few words (Rust, Node).
 * - `beside`: `exact`, and it stands next to another skill, or next to a word that goes with skills
 *   (Go developer, written in Go, Go and Kubernetes).
 * - `kin`: as `beside`, but the neighbour must be a skill of the same kind (Oracle among databases).
 * - `listed`: never in running text, only as a whole item of a list of skills (Word, Make).
 */
export type WordRule = 'exact' | 'near' | 'beside' | 'kin' | 'listed';

export type SkillMatch = {
  /** Rules by name or alias, written as they are written there. Words without a rule always count. */
  words?: Readonly<Record<string, WordRule>>;
  /** Phrases that contain one of the words and are not the skill: "Go to market". */
  not?: readonly string[];
};

/** A skill as a row of its file; the file says the kind. */
export type SkillRow = {
  slug: string;
  name: string;
  aliases: readonly string[];
  summary: string;
  match?: SkillMatch;
};

export type SkillSeed = SkillRow & { kind: SkillKind };
