package dev.peregrine.host.evidence;

import java.util.List;

/** Finds claims of some kinds in a sentence. Keeps no state. */
interface Finder {

  List<Claim> in(Sentence sentence, Facts facts, Theirs theirs);
}
