/** Owns the invented sentences of the corpus: grammatical enough to fill lines, with citations among them. */
import type { Chance } from './chance.ts';

export type Tongue = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt';

const words: Record<Tongue, string> = {
  en: 'the a model artist image prompt room painter dataset and of to which shows that work between people machine learns slowly from every gallery sound score audience question method we propose study result suggests however longer process material brush loom archive voice memory generated collected measured compared without almost different small large early careful',
  de: 'die der das Modell Bild und mit von einer Werkstatt zeigt dass Arbeit zwischen Menschen Maschine lernt langsam aus jeder Galerie Klang Publikum Frage Verfahren wir schlagen vor Ergebnis jedoch länger Prozess Material Pinsel Archiv Stimme Gedächtnis erzeugt gesammelt gemessen verglichen ohne fast verschieden für größere Möglichkeiten',
  fr: 'le la les un modèle image et de une atelier montre que le travail entre gens machine apprend lentement chaque galerie son public question méthode nous proposons résultat pourtant plus long processus matière pinceau archive voix mémoire généré recueilli mesuré comparé sans presque différent petite façon même après être',
  es: 'el la los un modelo imagen y de una taller muestra que el trabajo entre gente máquina aprende despacio cada galería sonido público pregunta método proponemos resultado sin embargo más largo proceso material pincel archivo voz memoria generado reunido medido comparado sin casi diferente pequeña también según',
  it: 'il la i un modello immagine e di una bottega mostra che il lavoro tra persone macchina impara lentamente ogni galleria suono pubblico domanda metodo proponiamo risultato tuttavia più lungo processo materia pennello archivio voce memoria generato raccolto misurato confrontato senza quasi diverso piccola così perché',
  pt: 'o a os um modelo imagem e de uma oficina mostra que o trabalho entre pessoas máquina aprende devagar cada galeria som público pergunta método propomos resultado porém mais longo processo matéria pincel arquivo voz memória gerado reunido medido comparado sem quase diferente pequena também não é já',
};

/** A sentence; `cites` are put in now and then. */
export function sentence(chance: Chance, tongue: Tongue, cites: readonly string[] = []): string {
  const list = words[tongue].split(' ');
  const said = Array.from({ length: chance.between(7, 24) }, () => chance.pick(list));
  if (said.length > 12 && chance.maybe(0.6)) said[6] += ',';
  if (chance.maybe(0.06)) said.splice(3, 0, `$x_{${chance.between(1, 9)}} = \\alpha^2$`);
  if (chance.maybe(0.05)) said.splice(4, 0, `(${chance.between(1950, 2024)})`);
  const cite = cites.length > 0 && chance.maybe(0.3) ? `~${chance.pick(cites)}` : '';
  const text = said.join(' ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}${cite}.`;
}

export function paragraph(chance: Chance, tongue: Tongue, cites: readonly string[] = []): string {
  return Array.from({ length: chance.between(3, 8) }, () => sentence(chance, tongue, cites)).join(' ');
}
