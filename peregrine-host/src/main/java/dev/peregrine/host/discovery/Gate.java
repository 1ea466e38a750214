package dev.peregrine.host.discovery;

import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.host.config.Blocklist;
import dev.peregrine.host.config.ExcludedWord;
import dev.peregrine.host.pipeline.Agency;
import dev.peregrine.host.pipeline.Hidden;
import dev.peregrine.host.pipeline.PostingUrl;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.parser.Parser;

/** What hides a posting: the blocklist, then excluded words, then the filters of the profile. */
final class Gate {

  private static final Pattern MARKUP = Pattern.compile("<[^>]{0,2000}>");

  private record Rule(String text, List<String> words) {
    static List<Rule> of(List<String> texts) {
      return texts.stream()
          .map(text -> new Rule(text, Words.of(text)))
          .filter(rule -> !rule.words().isEmpty())
          .toList();
    }
  }

  private final List<Rule> companies;
  private final List<Rule> industries;
  private final List<Rule> locations;
  private final boolean agencies;
  private final Set<URI> postings;
  private final List<Rule> inTitle;
  private final List<Rule> inDescription;
  private final Filters filters;

  Gate(Blocklist blocklist, List<ExcludedWord> excluded, Filters filters) {
    this.companies = Rule.of(blocklist.companies());
    this.industries = Rule.of(blocklist.industries());
    this.locations = Rule.of(blocklist.locations());
    this.agencies = blocklist.agencies();
    this.postings =
        blocklist.postings().stream()
            .flatMap(address -> HttpCall.address(address).stream())
            .map(PostingUrl::canonical)
            .collect(Collectors.toSet());
    this.inTitle = Rule.of(words(excluded, ExcludedWord.In.TITLE));
    this.inDescription = Rule.of(words(excluded, ExcludedWord.In.DESCRIPTION));
    this.filters = filters;
  }

  Optional<Hidden> hides(Posting posting) {
    List<String> description =
        industries.isEmpty() && inDescription.isEmpty() ? List.of() : description(posting);
    return blockedItself(posting)
        .or(() -> blocked(posting, description))
        .or(() -> excluded(posting, description))
        .or(() -> filters.hides(posting));
  }

  /**
   * What the blocklist hides, without looking at anything else.
   *
   * @param description the words of the posting's description
   */
  Optional<Hidden> blocks(Posting posting, List<String> description) {
    return blockedItself(posting).or(() -> blocked(posting, description));
  }

  private Optional<Hidden> blockedItself(Posting posting) {
    if (!postings.isEmpty() && postings.contains(PostingUrl.canonical(posting.url()))) {
      return Optional.of(new Hidden("blocklist", "You block this posting."));
    }
    if (agencies && Agency.advertises(posting, posting.description().map(Gate::plain).orElse(""))) {
      return Optional.of(new Hidden("blocklist", "You block who advertises for others."));
    }
    return Optional.empty();
  }

  private Optional<Hidden> blocked(Posting posting, List<String> description) {
    List<String> company = posting.company().map(Words::of).orElse(List.of());
    for (Rule rule : companies) {
      if (Words.contain(company, rule.words())) {
        return Optional.of(
            new Hidden("blocklist", "You block the company \"%s\".".formatted(rule.text())));
      }
    }
    if (!industries.isEmpty()) {
      List<String> industry = Words.of(posting.details().getOrDefault(PostingDetail.INDUSTRY, ""));
      for (Rule rule : industries) {
        if (Words.contain(company, rule.words())
            || Words.contain(industry, rule.words())
            || Words.contain(description, rule.words())) {
          return Optional.of(
              new Hidden("blocklist", "You block the industry \"%s\".".formatted(rule.text())));
        }
      }
    }
    for (Rule rule : locations) {
      for (Place place : posting.places()) {
        if (Words.contain(Words.of(place.text()), rule.words())) {
          return Optional.of(
              new Hidden("blocklist", "You block the place \"%s\".".formatted(rule.text())));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Hidden> excluded(Posting posting, List<String> description) {
    List<String> title = inTitle.isEmpty() ? List.of() : Words.of(posting.title());
    for (Rule rule : inTitle) {
      if (Words.contain(title, rule.words())) {
        return Optional.of(
            new Hidden("excluded-word", "\"%s\" stands in its title.".formatted(rule.text())));
      }
    }
    for (Rule rule : inDescription) {
      if (Words.contain(description, rule.words())) {
        return Optional.of(
            new Hidden(
                "excluded-word", "\"%s\" stands in its description.".formatted(rule.text())));
      }
    }
    return Optional.empty();
  }

  static List<String> description(Posting posting) {
    return posting.description().map(Gate::plain).map(Words::of).orElse(List.of());
  }

  private static String plain(String description) {
    String text = MARKUP.matcher(description).replaceAll(" ");
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
  }

  private static List<String> words(List<ExcludedWord> excluded, ExcludedWord.In part) {
    var words = new ArrayList<String>();
    for (ExcludedWord word : excluded) {
      if (word.in() == part || word.in() == ExcludedWord.In.BOTH) {
        words.add(word.word());
      }
    }
    return words;
  }
}
