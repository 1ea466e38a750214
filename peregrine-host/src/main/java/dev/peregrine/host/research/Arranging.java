package dev.peregrine.host.research;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts sentences of sources under headings, in the sources' own words: what a brief is without a
 * model.
 */
final class Arranging {

  private static final int MOST = 6;
  private static final int MOST_OF_ONE = 3;
  private static final int SHORTEST = 35;
  private static final int LONGEST = 420;
  private static final double ALIKE = 0.7;
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Relevance relevance;
  private final Instant now;

  private record Line(Source source, String text, double weight, int place) {}

  Arranging(Relevance relevance, Instant now) {
    this.relevance = relevance;
    this.now = now;
  }

  /** A section for each heading; a sentence stands under one only. */
  List<BriefSection> sections(List<Found> found, Collection<Heading> wanted) {
    Set<String> used = new HashSet<>();
    Map<Heading, BriefSection> made = new HashMap<>();
    // What is rarely said is chosen first, so that the overview does not take it.
    for (Heading heading : byRarity(wanted)) {
      List<BriefClaim> claims = claims(heading, found, used);
      made.put(heading, new BriefSection(heading, claims, now, 0));
    }
    return wanted.stream().sorted().map(made::get).toList();
  }

  private static List<Heading> byRarity(Collection<Heading> wanted) {
    return wanted.stream()
        .sorted(Comparator.comparing(heading -> heading == Heading.OVERVIEW ? 1 : 0))
        .sorted(Comparator.comparing(heading -> heading == Heading.RECENT ? 0 : 1))
        .toList();
  }

  private List<BriefClaim> claims(Heading heading, List<Found> found, Set<String> used) {
    var lines = new ArrayList<Line>();
    for (Found one : found) {
      if (heading == Heading.RECENT && isNews(one.source())) {
        lines.add(news(one.source()));
      } else if (heading == Heading.RECENT ? isNotOld(one.source()) : fits(one, heading)) {
        lines.addAll(lines(heading, one));
      }
    }
    lines.sort(Comparator.comparingDouble(Line::weight).reversed().thenComparingInt(Line::place));
    var claims = new ArrayList<BriefClaim>();
    var taken = new ArrayList<Set<String>>();
    var ofSource = new HashMap<Long, Integer>();
    for (Line line : lines) {
      Set<String> words = words(line.text());
      boolean isNew =
          !used.contains(line.text()) && taken.stream().noneMatch(other -> alike(other, words));
      if (isNew
          && claims.size() < MOST
          && ofSource.merge(line.source().id(), 1, Integer::sum) <= MOST_OF_ONE) {
        used.add(line.text());
        taken.add(words);
        claims.add(
            new BriefClaim(line.text(), List.of(line.source().id()), BriefClaim.Standing.QUOTED));
      }
    }
    return claims;
  }

  /** What is new about a company is not what it is. */
  private static boolean fits(Found one, Heading heading) {
    return heading != Heading.OVERVIEW || !isNews(one.source());
  }

  private static boolean isNews(Source source) {
    return source.kind() == Source.Kind.NEWS;
  }

  private boolean isNotOld(Source source) {
    return source.published().filter(day -> day.isAfter(today().minusYears(1))).isPresent();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(now, java.time.ZoneOffset.UTC);
  }

  /** News are told by their headline; the newest stand first. */
  private Line news(Source source) {
    double days =
        source
            .published()
            .map(day -> (double) day.toEpochDay() - today().toEpochDay())
            .orElse(-400.0);
    return new Line(source, source.title(), 1_000 + days, 0);
  }

  private List<Line> lines(Heading heading, Found one) {
    Source source = one.source();
    boolean own = source.kind() == Source.Kind.SITE || source.kind() == Source.Kind.FILING;
    boolean near = one.near().contains(heading);
    var lines = new ArrayList<Line>();
    int place = 0;
    for (String sentence : PageText.sentences(source.text())) {
      place++;
      int words = Headings.SHIPPED.weight(sentence, heading);
      boolean named = relevance.names(sentence);
      boolean fits =
          sentence.length() >= SHORTEST
              && sentence.length() <= LONGEST
              && isSentence(sentence)
              && words > 0
              && (named || own || source.kind() == Source.Kind.POSTING && words > 1);
      if (fits) {
        double weight =
            words
                + (named ? 1 : 0)
                + (near ? 1.5 : 0)
                + (own ? 0.5 : 0)
                - (source.kind() == Source.Kind.POSTING ? 1 : 0)
                - Math.min(1, place / 60.0);
        lines.add(new Line(source, sentence, weight, place));
      }
    }
    return lines;
  }

  /** Menus and lists of links are no sentences. */
  private static boolean isSentence(String text) {
    int words = WORDS.split(text, -1).length;
    long capitals =
        WORDS
            .splitAsStream(text)
            .filter(word -> !word.isEmpty() && Character.isUpperCase(word.charAt(0)))
            .count();
    return words >= 6 && capitals < words * 0.75 && text.indexOf('|') < 0;
  }

  private static Set<String> words(String text) {
    var words = new HashSet<>(List.of(WORDS.split(text.toLowerCase(Locale.ROOT), -1)));
    words.removeIf(word -> word.length() < 3);
    return words;
  }

  private static boolean alike(Set<String> one, Set<String> other) {
    var shared = new HashSet<>(one);
    shared.retainAll(other);
    int all = one.size() + other.size() - shared.size();
    return all > 0 && shared.size() >= ALIKE * all;
  }
}
