package dev.peregrine.host.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Titles that the person says to have borne. */
final class TitleFinder implements Finder {

  private static final Set<String> TITLE = Vocabulary.set("title");
  private static final Set<String> RANK = Vocabulary.set("rank");
  private static final Set<String> ENDS = Vocabulary.set("title-end");
  private static final Set<String> CUE = Vocabulary.set("title-cue");
  private static final Set<String> SMALL =
      Set.of(
          "a",
          "an",
          "the",
          "of",
          "for",
          "and",
          "my",
          "your",
          "ein",
          "eine",
          "einer",
          "der",
          "die",
          "den",
          "dem",
          "fur",
          "im",
          "in",
          "&",
          "also",
          "both",
          "currently",
          "previously",
          "formerly",
          "once",
          "later",
          "then",
          "still",
          "now",
          "auch",
          "derzeit",
          "aktuell",
          "zuvor",
          "ich",
          "i",
          "qualified",
          "des");
  private static final Set<String> END =
      Set.of("at", "in", "bei", "with", "where", "who", "for", "from", "fur");
  private static final Set<String> THEIRS =
      Set.of(
          "apply",
          "applying",
          "application",
          "bewerbe",
          "bewerbung",
          "position",
          "vacancy",
          "opening",
          "advertised",
          "stelle",
          "join",
          "joining",
          "role",
          "rolle",
          "opportunity",
          "suited",
          "fit",
          "geeignet");
  private static final Set<String> WORKING =
      Set.of(
          "war", "bin", "tatig", "arbeite", "arbeitete", "gearbeitet", "beschaftigt", "angestellt");
  private static final Set<String> YEARS = Set.of("jahre", "jahren", "years");
  private static final Pattern OWN =
      Pattern.compile("(?:my|mein\\w*)(?: \\w+)? (?:role|position|job|rolle|stelle|tatigkeit)");
  private static final int REACH = 6;

  @Override
  public List<Claim> in(Sentence sentence, Facts facts, Theirs theirs) {
    var claims = new ArrayList<Claim>();
    for (int i = 0; i < sentence.words.size(); i++) {
      Word word = sentence.words.get(i);
      if ((isTitle(word) || isGermanTitle(sentence, i))
          && (i + 1 >= sentence.words.size() || !goesOn(sentence, i))) {
        int first = first(sentence, i);
        if (first >= 0 && isClaimed(sentence, first)) {
          claim(sentence, first, last(sentence, i), facts).ifPresent(claims::add);
        }
      }
    }
    return claims;
  }

  private static boolean isTitle(Word word) {
    return TITLE.contains(word.folded())
        || (word.isCapitalised() && ENDS.stream().anyMatch(word.folded()::endsWith))
        || (word.folded().indexOf('-') > 0
            && TITLE.contains(word.folded().substring(word.folded().lastIndexOf('-') + 1)));
  }

  /** Any noun in "als Steuerberaterin tätig". */
  private static boolean isGermanTitle(Sentence sentence, int i) {
    return sentence.german
        && sentence.words.get(i).isCapitalised()
        && sentence.hasBefore(i, 1, Set.of("als"))
        && sentence.clauseHas(i, WORKING);
  }

  /** With "of Science" after "Head". */
  private static int last(Sentence sentence, int head) {
    boolean of =
        head + 2 < sentence.words.size()
            && sentence.words.get(head + 1).folded().equals("of")
            && sentence.words.get(head + 2).isCapitalised();
    return of ? head + 2 : head;
  }

  private static boolean goesOn(Sentence sentence, int i) {
    return isTitle(sentence.words.get(i + 1)) && sentence.sameClause(i, i + 1);
  }

  /** The first word of the title, where one of the words before says that it is one; else -1. */
  private static int first(Sentence sentence, int last) {
    int first = last;
    for (int i = last - 1; i >= Math.max(0, last - REACH) && sentence.sameClause(i, last); i--) {
      String word = sentence.words.get(i).folded();
      if (CUE.contains(word)) {
        boolean busy =
            !word.equals("as")
                && !word.equals("als")
                && sentence.words.get(i + 1).folded().endsWith("ing");
        return busy
            ? -1
            : word.equals("to") && !sentence.hasBefore(i, 2, Set.of("promoted", "advanced", "rose"))
                ? -1
                : first;
      }
      if (YEARS.contains(word)) {
        return first;
      }
      if (END.contains(word)) {
        return -1;
      }
      first = SMALL.contains(word) && first == i + 1 && i + 1 == first ? first : i;
    }
    return -1;
  }

  private static boolean isClaimed(Sentence sentence, int word) {
    Stance stance = sentence.stanceAt(word);
    boolean mine = OWN.matcher(sentence.folded).find();
    return (stance == Stance.CLAIM || stance == Stance.OPEN)
        && !(sentence.clauseHas(word, THEIRS)
            && !mine
            && !sentence.clauseHas(
                word, Set.of("was", "war", "current", "previous", "worked", "past")));
  }

  private static Optional<Claim> claim(Sentence sentence, int first, int last, Facts facts) {
    List<Word> title =
        sentence.words.subList(first, last + 1).stream()
            .filter(word -> !SMALL.contains(word.folded()))
            .toList();
    Set<String> ranks =
        title.stream().map(Word::folded).filter(TitleFinder::isRank).collect(Collectors.toSet());
    Optional<Facts.Known> best =
        facts.titles().stream().filter(known -> bears(known, title, ranks)).findFirst();
    int from = sentence.words.get(first).start();
    int to = sentence.words.get(last).end();
    if (best.isPresent()) {
      return Optional.of(sentence.supported(ClaimKind.TITLE, from, to, best.get().fact()));
    }
    boolean general = ranks.isEmpty() && headIsKnown(title, facts);
    boolean trade =
        ranks.isEmpty() && title.stream().allMatch(w -> facts.stem(w.stem()).isPresent());
    if (general || trade) {
      return Optional.empty();
    }
    return Optional.of(
        sentence.unsupported(
            ClaimKind.TITLE,
            from,
            to,
            "None of the titles in your résumé is \"%s\". Correct one of them."
                .formatted(sentence.text.substring(from, to))));
  }

  private static boolean isRank(String word) {
    return RANK.contains(word) || word.matches(".+(?:leiter|leiterin|meister|meisterin|leitung)");
  }

  /** "Engineer" of a "Software engineer"; every rank that is claimed must have been borne. */
  private static boolean bears(Facts.Known known, List<Word> title, Set<String> ranks) {
    Set<String> borne = known.words().stream().map(Word::folded).collect(Collectors.toSet());
    Set<String> stems = known.stems();
    boolean ranksBorne =
        ranks.stream().allMatch(rank -> borne.contains(rank) || stems.contains(Stem.of(rank)));
    List<Word> field = title.stream().filter(word -> !isRank(word.folded())).toList();
    boolean fieldBorne =
        field.isEmpty()
            || field.stream().anyMatch(word -> isBorne(word, borne) || stems.contains(word.stem()));
    long same =
        title.stream().filter(word -> isBorne(word, borne) || stems.contains(word.stem())).count();
    return ranksBorne && fieldBorne && same > 0 && same * 2 >= title.size();
  }

  /** In German a title may be the end of a longer one. */
  private static boolean isBorne(Word word, Set<String> borne) {
    return borne.contains(word.folded())
        || (word.folded().length() > 5
            && borne.stream().anyMatch(other -> other.endsWith(word.folded())));
  }

  private static boolean headIsKnown(List<Word> title, Facts facts) {
    return title.size() == 1
        && facts.titles().stream()
            .anyMatch(known -> known.stems().contains(title.getLast().stem()));
  }
}
