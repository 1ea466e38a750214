package dev.peregrine.recipes;

import java.util.List;

/** Something that a recipe reads from: a row, a part of one, or what was asked for. */
sealed interface Source permits JsonSource, MarkupSource, PostingSource, Asked {

  /** The texts that stand there, without blank ones. */
  List<String> texts(Spot path);

  /** The things that stand there, to read from each of them. */
  List<Source> each(Spot path);

  /** What was asked for. */
  Asked asked();

  /** This with something else that was asked for. */
  Source asking(Asked other);
}
