/** Word sets by which the skill matcher judges the surroundings of an ambiguous word. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Join the items of a list in the languages offers are written in. */
export const CONNECTORS = words('and or und oder et ou y o e i oraz lub plus a');

/** Follow a skill and nothing else: "Go developer", "Rust programming". */
export const CUES_AFTER = words(`
  developer developers programmer programmers engineer engineers programming coding development codebase code
  scripting scripts microservices microservice services sdk apis api framework frameworks library libraries
  runtime ecosystem stack applications apps backend frontend entwickler entwicklerin entwicklung programmierung
  kenntnisse programista programistka programowanie desarrollador desarrolladora desenvolvedor desenvolvedora
  développeur développeuse sviluppatore ontwikkelaar
`);

/** With a preposition they lead up to a skill: "experience with", "written in". */
export const CUES_BEFORE = words(`
  experience experienced expertise proficiency proficient fluent fluency knowledge skilled skills familiar
  familiarity written programming coding coded developed developing built building background understanding
  competence competency command mastery languages language frameworks framework technologies tools tooling stack
  erfahrung erfahrungen kenntnisse kenntnissen wissen doświadczenie znajomość umiejętność experiencia
  conocimiento conocimientos expérience connaissance connaissances maîtrise experiência conhecimento
`);

export const PREPOSITIONS = words('in with of using on for at like as mit en avec con com z w em de');

/** Show that a line speaks of software. */
export const TECH_WORDS = words(`
  developer developers programmer programming software backend back-end frontend front-end fullstack framework
  frameworks library libraries codebase coding code api apis sdk microservices server servers database databases
  deployment deploy deploying pipeline pipelines scripting scripts script algorithm algorithms compiler runtime
  container containers cluster clusters cloud infrastructure repository repositories query queries schema stack
  engineer engineers engineering architecture architect integration integrations authentication authorization
  protocol protocols network networks networking firmware embedded kernel debugging debug monitoring automation
  security encryption vulnerability vulnerabilities testing tests administrator administration admin technologies
  technology technical entwickler softwareentwicklung programmierung programista oprogramowania desarrollador
  desenvolvedor développeur développement logiciel
`);

/** May follow a hyphen after a skill: "Go-based". */
export const HYPHEN_AFTER = words(`
  based like native first driven powered backed centric related specific focused heavy stack developer engineer
  entwickler entwicklerin entwicklung programmierung kenntnisse umfeld basierte basiert backend frontend
`);

/** Ends of host names: a skill before one of them is part of an address. */
export const DOMAINS = words(
  'com org net io dev ai app co de uk eu fr pl es it nl ch at us me info tv gg sh so cloud',
);

/** Carry no meaning of their own in an item of a skills list: "Experience with Kubernetes", "Java programming". */
export const FILLERS = words(`
  and or of in with using the a an to und oder mit von et de en y e i oraz w z
  experience experienced expertise knowledge proficiency proficient familiarity familiar understanding fluency
  fluent strong solid deep good great excellent basic basics advanced intermediate expert working hands on
  practical proven years year yrs skills skill programming coding development scripting framework language
  languages library technologies technology tools concepts fundamentals required preferred plus must have nice
  erfahrung kenntnisse gute sehr fundierte doświadczenie znajomość experiencia conocimientos expérience
`);
