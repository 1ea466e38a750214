package dev.peregrine.plugin.board.feed;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the headings of a feed are made. Boards write {@code Company: Role} or {@code Role at
 * Company}; but {@code Engineering: Backend} is a department. So a heading is cut only where all of
 * a feed's are made alike, name different companies, and lead to addresses with the company's name.
 */
enum Headings {
  COMPANY_FIRST(": "),
  COMPANY_LAST(" at "),
  PLAIN("\n");

  private static final int FEWEST = 3;
  private static final int LONGEST_NAME = 60;

  private final String between;

  Headings(String between) {
    this.between = between;
  }

  static Headings of(List<? extends Entry> entries) {
    return Arrays.stream(values())
        .filter(way -> way != PLAIN && way.fits(entries))
        .findFirst()
        .orElse(PLAIN);
  }

  Optional<String> company(String heading) {
    int at = cut(heading);
    if (at < 0) {
      return Optional.empty();
    }
    String name =
        this == COMPANY_FIRST ? heading.substring(0, at) : heading.substring(at + between.length());
    return Optional.of(name.strip()).filter(text -> text.length() <= LONGEST_NAME);
  }

  String role(String heading) {
    if (company(heading).isEmpty()) {
      return heading;
    }
    int at = cut(heading);
    return this == COMPANY_FIRST
        ? heading.substring(at + between.length())
        : heading.substring(0, at);
  }

  private int cut(String heading) {
    int at = this == COMPANY_FIRST ? heading.indexOf(between) : heading.lastIndexOf(between);
    boolean hasBoth = at > 0 && at + between.length() < heading.length();
    return hasBoth ? at : -1;
  }

  private boolean fits(List<? extends Entry> entries) {
    List<? extends Entry> headed =
        entries.stream().filter(entry -> entry.heading().isPresent()).toList();
    long named = headed.stream().filter(this::isNamedInLink).count();
    long companies =
        headed.stream()
            .flatMap(entry -> entry.heading().flatMap(this::company).stream())
            .distinct()
            .count();
    return headed.size() >= FEWEST && named == headed.size() && companies * 2 >= headed.size();
  }

  private boolean isNamedInLink(Entry entry) {
    Optional<String> company = entry.heading().flatMap(this::company).map(Headings::slug);
    Optional<String> path = entry.link().map(URI::getPath).map(Headings::slug);
    return company.isPresent()
        && !company.get().isEmpty()
        && path.orElse("").contains(company.get());
  }

  private static String slug(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }
}
