package dev.peregrine.host.letters;

import dev.peregrine.host.resumes.Work;
import java.util.List;

/** The fixed sentences of a draft, in one language. */
interface Phrases {

  String salutation(Recipient recipient);

  String opening(Recipient recipient);

  /** Tells of the first thing done in a position. */
  String first(Work work, String bullet);

  /** Tells of another thing done there. */
  String next(String bullet);

  String answered(List<String> skills);

  /** Where nothing in the résumé answers the posting. */
  String nothingFound();

  String ending();

  String closing();

  /** Stands for a name that is not known. */
  String ownName();
}
