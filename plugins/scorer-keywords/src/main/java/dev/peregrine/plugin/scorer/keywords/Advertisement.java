package dev.peregrine.plugin.scorer.keywords;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import java.util.HashSet;
import java.util.Set;

/**
 * The counted words of a posting.
 *
 * @param bag title, description and the board's tags
 * @param telling how many different words about the work the description and the tags have
 * @param names keys of the words that name the employer and the place
 */
record Advertisement(Bag bag, int telling, Set<String> names) {

  /** The title counts as if it stood twice in the text. */
  private static final double TITLE_TIMES = 2;

  static Advertisement of(Posting posting, Lexicon lexicon) {
    var bag = new Bag(lexicon);
    var headings = new Headings();
    PlainText.of(posting.description().orElse(""))
        .lines()
        .forEach(line -> bag.add(line, headings.of(line), 1));
    posting.tags().forEach(tag -> bag.add(tag, Part.SKILLS, 1));
    int telling = bag.telling();
    bag.add(PlainText.of(posting.title()), Part.TITLE, TITLE_TIMES);
    return new Advertisement(bag, telling, names(posting, lexicon));
  }

  private static Set<String> names(Posting posting, Lexicon lexicon) {
    var names = new HashSet<String>();
    posting.company().ifPresent(name -> addKeys(name, lexicon, names));
    for (Place place : posting.places()) {
      addKeys(place.text(), lexicon, names);
    }
    return names;
  }

  private static void addKeys(String text, Lexicon lexicon, Set<String> keys) {
    Tokens.of(text, written -> keys.add(lexicon.word(written).key()));
  }
}
